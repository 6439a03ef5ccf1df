//! When a server stops.

use redline_server::serve;
use redline_tests::{Town, Watcher};
use serde_json::json;
use tokio::{net::TcpListener, sync::oneshot};

use super::HAZARDS;

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_stops_takes_leave_of_its_watchers_and_waits_for_none() {
    let mut town = Town::on("2023-06-12").await;
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let (stop, stopped) = oneshot::channel::<()>();
    let server = tokio::spawn(serve(town.app.clone(), listener, async { drop(stopped.await) }));
    let mut watcher = town.watcher(address, "office.head").await;
    watcher.subscribe("hazards", HAZARDS, json!({})).await;
    let mut unknown = Watcher::connect(address).await;
    stop.send(()).expect("it runs");
    let farewell = json!({ "close": 1001, "reason": "The server stops; connect again." });
    assert_eq!(watcher.hear().await, farewell);
    assert_eq!(unknown.hear().await, farewell);
    server.await.expect("it ends").expect("in order");
}

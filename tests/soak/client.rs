//! A client of the server: it asks over a socket, as any other would.

use std::time::Duration;

use serde_json::{Value, json};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

use crate::program::until;

/// The password of everybody.
pub const PASSWORD: &str = "correct horse battery staple";

/// An answer has come by then, whatever it is.
pub const ANSWERED: Duration = Duration::from_secs(12);

/// A port on which nobody listens.
pub fn free_port() -> u16 {
    std::net::TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("an address").port()
}

/// Asks a server something; status and body.
pub async fn ask(port: u16, token: &str, query: &str) -> std::io::Result<(u16, Value)> {
    let body = json!({ "query": query }).to_string();
    post(port, token, "/graphql", "application/json", body.as_bytes()).await
}

/// Sends a server something; status and body.
pub async fn post(port: u16, token: &str, path: &str, kind: &str, bytes: &[u8]) -> std::io::Result<(u16, Value)> {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).await?;
    // Who is not logged in says nothing of it.
    let bearer = if token.is_empty() { String::new() } else { format!("Authorization: Bearer {token}\r\n") };
    let head = format!(
        "POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Type: {kind}\r\nAccept: application/json\r\n{bearer}Content-Length: {}\r\n\r\n",
        bytes.len()
    );
    stream.write_all(head.as_bytes()).await?;
    stream.write_all(bytes).await?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await?;
    let status = answer.split(' ').nth(1).and_then(|code| code.parse().ok()).unwrap_or_default();
    let body = answer.split_once("\r\n\r\n").map(|(_, body)| body).unwrap_or_default();
    Ok((status, serde_json::from_str(body).unwrap_or(Value::Null)))
}

/// The token of somebody, once the server answers.
pub async fn login(port: u16, login: &str) -> String {
    let asks = format!("mutation {{ login(input: {{ login: \"{login}\", password: \"{PASSWORD}\" }}) {{ token }} }}");
    let mut token = String::new();
    until("the server answers", Duration::from_secs(30), async || {
        let Ok((200, body)) = ask(port, "", &asks).await else { return false };
        token = body["data"]["login"]["token"].as_str().expect("a token").to_owned();
        true
    })
    .await;
    token
}

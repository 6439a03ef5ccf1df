//! A mail server on loopback that takes everything as fast as it comes, and says when (收件端).

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Instant,
};

use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
};

/// The server, with the moments at which each recipient's mail was complete.
#[derive(Clone)]
pub struct Sink {
    /// Its port.
    pub port: u16,
    taken: Arc<Mutex<Vec<(String, Instant)>>>,
}

impl Sink {
    /// Starts it on a free port.
    pub async fn start() -> anyhow::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let sink = Self { port: listener.local_addr()?.port(), taken: Arc::default() };
        let serving = sink.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serving.clone().converse(stream));
            }
        });
        Ok(sink)
    }

    /// What was taken since the last call.
    pub fn take(&self) -> Vec<(String, Instant)> {
        std::mem::take(&mut *self.taken.lock().unwrap_or_else(PoisonError::into_inner))
    }

    async fn converse(self, stream: TcpStream) -> std::io::Result<()> {
        stream.set_nodelay(true)?;
        let (read, mut write) = stream.into_split();
        let mut lines = BufReader::new(read);
        write.write_all(b"220 sink\r\n").await?;
        let (mut line, mut to, mut in_data) = (Vec::new(), String::new(), false);
        loop {
            line.clear();
            if lines.read_until(b'\n', &mut line).await? == 0 {
                return Ok(());
            }
            if in_data {
                if line == b".\r\n" {
                    in_data = false;
                    self.taken.lock().unwrap_or_else(PoisonError::into_inner).push((std::mem::take(&mut to), Instant::now()));
                    write.write_all(b"250 taken\r\n").await?;
                }
                continue;
            }
            let said = String::from_utf8_lossy(&line);
            let answer: &[u8] = match said.get(..4).unwrap_or_default() {
                "EHLO" => b"250-sink\r\n250 8BITMIME\r\n",
                "RCPT" => {
                    said.split(['<', '>']).nth(1).unwrap_or_default().clone_into(&mut to);
                    b"250 well\r\n"
                }
                "DATA" => {
                    in_data = true;
                    b"354 go on\r\n"
                }
                "QUIT" => b"221 bye\r\n",
                _ => b"250 well\r\n",
            };
            write.write_all(answer).await?;
        }
    }
}

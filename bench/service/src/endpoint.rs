//! Discord's side over HTTP: signed requests over connections that are kept.

use std::error::Error;
use std::io;
use std::net::SocketAddr;
use std::time::{Duration, Instant};

use futures_util::future::try_join_all;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::sleep;

use crate::interactions::{interaction, signed};
use crate::subject::{Start, Subject};

/// A subject that has answered, and how long it took from its start.
pub async fn started(start: Start) -> Result<(Subject, Duration), Box<dyn Error>> {
    let begun = Instant::now();
    let subject = start.starts()?;
    let ping = signed(r#"{"type":1}"#);
    loop {
        if let Ok(mut stream) = TcpStream::connect(subject.address).await
            && asked(&mut stream, &ping).await.is_ok()
        {
            return Ok((subject, begun.elapsed()));
        }
        if begun.elapsed() > Duration::from_secs(30) {
            return Err("a subject does not start".into());
        }
        sleep(Duration::from_micros(500)).await;
    }
}

/// One after the other, each timed from the first byte sent to the last one received.
pub async fn timed(address: SocketAddr, count: usize) -> Result<Vec<Duration>, Box<dyn Error>> {
    let mut stream = connected(address).await?;
    let mut took = Vec::with_capacity(count);
    for number in 0..count {
        let request = signed(&interaction(number).to_string());
        let begun = Instant::now();
        asked(&mut stream, &request).await?;
        took.push(begun.elapsed());
    }
    Ok(took)
}

/// So many, some of them at once.
pub async fn many(address: SocketAddr, count: usize, at_once: usize) -> Result<(), Box<dyn Error>> {
    let one = async || -> Result<(), Box<dyn Error>> {
        let mut stream = connected(address).await?;
        for number in 0..count / at_once {
            asked(&mut stream, &signed(&interaction(number).to_string())).await?;
        }
        Ok(())
    };
    try_join_all((0..at_once).map(|_| one())).await?;
    Ok(())
}

async fn connected(address: SocketAddr) -> io::Result<TcpStream> {
    let stream = TcpStream::connect(address).await?;
    stream.set_nodelay(true)?;
    Ok(stream)
}

/// Sends a request and reads its answer, which must be one.
async fn asked(stream: &mut TcpStream, request: &[u8]) -> io::Result<()> {
    stream.write_all(request).await?;
    let mut bytes = Vec::with_capacity(8192);
    loop {
        if stream.read_buf(&mut bytes).await? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n") else { continue };
        let head = String::from_utf8_lossy(&bytes[..end]).to_ascii_lowercase();
        if !head.starts_with("http/1.1 200") {
            return Err(io::Error::other(head));
        }
        let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")?.parse::<usize>().ok());
        if bytes.len() >= end + 4 + length.unwrap_or(0) {
            return Ok(());
        }
    }
}

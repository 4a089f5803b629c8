//! The enclosure: proof that no packet of the service went anywhere but loopback.
//!
//! The one idea: two independent guards. Each scene runs in a network namespace of its own that has loopback alone, where
//! the kernel counts every attempt to reach anything else; and beside it the sockets of the process are looked at again
//! and again. Where namespaces are not permitted the second guard stands alone, and that is said.

use std::collections::HashSet;
use std::fs;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::process::Command;

use nix::sched::{CloneFlags, unshare};

/// Moves this thread, and what it starts from now on, into a network that has loopback alone. Says whether it could.
pub(crate) fn enter() -> bool {
    if let Err(error) = unshare(CloneFlags::CLONE_NEWNET) {
        eprintln!("NOT ENCLOSED: a network namespace is not permitted here ({error}); sockets are still watched");
        return false;
    }
    let up = Command::new("ip").args(["link", "set", "lo", "up"]).status();
    assert!(up.is_ok_and(|status| status.success()), "`ip link set lo up` failed: install iproute2");
    true
}

/// How often something in this thread's network tried to reach an address without a way to it.
pub(crate) fn attempts_outside() -> u64 {
    let fourth = fs::read_to_string("/proc/thread-self/net/snmp").expect("the kernel's counters");
    let sixth = fs::read_to_string("/proc/thread-self/net/snmp6").unwrap_or_default();
    out_no_routes(&fourth) + out_no_routes_sixth(&sixth)
}

/// The peers beyond loopback that the sockets of a process have now.
pub(crate) fn peers_outside(process: u32) -> Vec<String> {
    let inodes = sockets_of(process);
    let tables = ["tcp", "tcp6", "udp", "udp6"];
    let rows = tables.iter().filter_map(|table| fs::read_to_string(format!("/proc/{process}/net/{table}")).ok());
    rows.flat_map(|table| outside_in(&table, &inodes)).collect()
}

/// `Ip: ...OutNoRoutes...` followed by a line of its values.
fn out_no_routes(snmp: &str) -> u64 {
    let mut lines = snmp.lines().filter(|line| line.starts_with("Ip:"));
    let (names, values) = (lines.next().unwrap_or_default(), lines.next().unwrap_or_default());
    let at = names.split_whitespace().position(|name| name == "OutNoRoutes").expect("the kernel counts OutNoRoutes");
    values.split_whitespace().nth(at).and_then(|value| value.parse().ok()).expect("a count")
}

fn out_no_routes_sixth(snmp: &str) -> u64 {
    let line = snmp.lines().find_map(|line| line.strip_prefix("Ip6OutNoRoutes"));
    line.and_then(|rest| rest.trim().parse().ok()).unwrap_or(0)
}

fn sockets_of(process: u32) -> HashSet<String> {
    let Ok(files) = fs::read_dir(format!("/proc/{process}/fd")) else { return HashSet::new() };
    let targets = files.flatten().filter_map(|file| fs::read_link(file.path()).ok());
    let names = targets.map(|target| target.to_string_lossy().into_owned());
    names.filter_map(|name| Some(name.strip_prefix("socket:[")?.strip_suffix(']')?.to_owned())).collect()
}

/// Rows look like `0: 0100007F:1F90 08080808:01BB 01 ... inode ...`; the third column is the peer, the tenth the inode.
fn outside_in(table: &str, inodes: &HashSet<String>) -> Vec<String> {
    let mut outside = Vec::new();
    for row in table.lines().skip(1) {
        let columns: Vec<&str> = row.split_whitespace().collect();
        let (Some(peer), Some(inode)) = (columns.get(2), columns.get(9)) else { continue };
        let Some(address) = peer.split_once(':').and_then(|(address, _)| address_of(address)) else { continue };
        if inodes.contains(*inode) && !address.is_loopback() && !address.is_unspecified() {
            outside.push(format!("{address}"));
        }
    }
    outside
}

/// The kernel prints addresses as words of the machine's byte order.
fn address_of(hex: &str) -> Option<IpAddr> {
    let words: Option<Vec<u8>> = (0..hex.len() / 8)
        .map(|at| hex.get(at * 8..at * 8 + 8).and_then(|word| u32::from_str_radix(word, 16).ok()))
        .collect::<Option<Vec<u32>>>()
        .map(|words| words.into_iter().flat_map(u32::to_ne_bytes).collect());
    let bytes = words?;
    if let Ok(four) = <[u8; 4]>::try_from(bytes.as_slice()) {
        return Some(Ipv4Addr::from(four).into());
    }
    let sixteen = Ipv6Addr::from(<[u8; 16]>::try_from(bytes.as_slice()).ok()?);
    Some(sixteen.to_ipv4_mapped().map_or(sixteen.into(), Into::into))
}

#[cfg(test)]
mod tests {
    use std::io::Read;
    use std::net::TcpListener;
    use std::process::{Child, Stdio};
    use std::thread;

    use super::*;

    /// An address of the block that documents use. Within an enclosure it is either nowhere, or this machine itself.
    const ELSEWHERE: &str = "198.51.100.1";

    /// A process that connects, and keeps the connection until its input ends.
    fn dials(address: &str, port: u16) -> Child {
        let script = format!("exec 3<>/dev/tcp/{address}/{port} && echo connected; read _");
        let mut bash = Command::new("bash");
        bash.args(["-c", &script]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        bash.spawn().expect("bash")
    }

    fn first_output(child: &mut Child) {
        let mut output = [0; 1];
        let _ = child.stdout.as_mut().expect("its output").read(&mut output);
    }

    #[test]
    fn an_attempt_to_leave_is_counted_by_the_kernel() {
        thread::spawn(|| {
            if !enter() {
                return;
            }
            assert_eq!(attempts_outside(), 0);
            let mut child = dials(ELSEWHERE, 443);
            drop(child.stdin.take());
            child.wait().expect("its end");
            assert!(attempts_outside() > 0, "the guard did not see {ELSEWHERE} being dialled");
        })
        .join()
        .expect("the thread");
    }

    #[test]
    fn a_peer_beyond_loopback_is_seen_in_the_sockets_of_the_process() {
        thread::spawn(|| {
            if !enter() {
                return;
            }
            // The address belongs to this namespace alone, so the connection stands without a packet leaving it.
            let added = Command::new("ip").args(["addr", "add", &format!("{ELSEWHERE}/32"), "dev", "lo"]).status();
            assert!(added.is_ok_and(|status| status.success()));
            let listener = TcpListener::bind((ELSEWHERE, 0)).expect("a port");
            let mut child = dials(ELSEWHERE, listener.local_addr().expect("its address").port());
            first_output(&mut child);
            assert_eq!(peers_outside(child.id()), [ELSEWHERE]);
            drop(child.stdin.take());
            child.wait().expect("its end");
        })
        .join()
        .expect("the thread");
    }

    #[test]
    fn loopback_is_not_outside() {
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a port");
        let mut child = dials("127.0.0.1", listener.local_addr().expect("its address").port());
        first_output(&mut child);
        assert_eq!(peers_outside(child.id()), Vec::<String>::new());
        drop(child.stdin.take());
        child.wait().expect("its end");
    }

    #[test]
    fn addresses_are_read_as_the_kernel_prints_them() {
        let read = |hex: &str| address_of(hex).map(|address| address.to_string());
        assert_eq!(read("0100007F"), Some("127.0.0.1".to_owned()));
        assert_eq!(read("0000000000000000FFFF00000100007F"), Some("127.0.0.1".to_owned()));
        assert_eq!(read("00000000000000000000000001000000"), Some("::1".to_owned()));
        assert_eq!(read("nonsense"), None);
    }
}

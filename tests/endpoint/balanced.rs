//! Replicas behind a load balancer: any of them answers what another began, and while one is killed, all are rolled and the
//! knowledge of all is swapped, every interaction is answered in time.

use std::cell::{Cell, RefCell};
use std::net::SocketAddr;
use std::rc::Rc;
use std::time::{Duration, Instant};

use futures_util::future::join_all;
use nix::sys::signal::Signal;
use tokio::net::TcpStream;
use tokio::time::sleep;

use super::balancer::Balancer;
use super::bot::{Bot, Launch};
use super::deadlines::{ACKNOWLEDGED, LOOK_AGAIN, RECOVERED, STOPPED};
use super::folder::{Folder, fact};
use super::letter::{Letter, command};
use super::scene::stage;
use super::stand_in::Discord;
use super::way;

/// So many people ask at once, each one question after the other.
const PEOPLE: usize = 12;
/// Between two questions of one of them.
const PAUSE: Duration = Duration::from_millis(20);

/// Three replicas, a balancer before them, and a stand-in that posts to it.
struct Cluster {
    discord: Rc<Discord>,
    bots: RefCell<Vec<Rc<Bot>>>,
    folders: Vec<Folder>,
    balancer: Balancer,
}

impl Cluster {
    async fn open() -> Option<Self> {
        let discord = Discord::start().await;
        let folders: Vec<Folder> = (0..3).map(|_| Folder::mounted()).collect();
        let launches: Vec<Launch> = folders.iter().map(|folder| way::launch(&discord).knowing(folder.path())).collect();
        let places: Vec<SocketAddr> = launches.iter().map(|launch| launch.http).collect();
        let bots: Vec<Rc<Bot>> = launches.into_iter().map(|launch| Rc::new(launch.start())).collect();
        for bot in &bots {
            bot.is_ready().await;
        }
        let balancer = Balancer::before(places.try_into().expect("three")).await?;
        discord.posts_to(balancer.address);
        discord.registers(way::commands());
        Some(Self { discord, bots: RefCell::new(bots), folders, balancer })
    }

    /// Another process in the place of one that is gone.
    async fn starts(&self, at: usize) {
        let place = self.bots.borrow()[at].http;
        let mut launch =
            way::launch(&self.discord).knowing(self.folders[at].path()).with("HTTP_ADDR", place.to_string());
        launch.http = place;
        self.discord.posts_to(self.balancer.address);
        let bot = launch.start();
        bot.is_ready().await;
        self.bots.borrow_mut()[at] = Rc::new(bot);
    }

    /// Takes one away.
    async fn ends(&self, at: usize, signal: Signal) {
        let bot = self.bot(at);
        bot.signal(signal);
        if signal == Signal::SIGTERM {
            assert_eq!(bot.ends(STOPPED).await.0, 0);
        }
    }

    fn bot(&self, at: usize) -> Rc<Bot> {
        Rc::clone(&self.bots.borrow()[at])
    }
}

/// What was asked and answered while things happened.
#[derive(Default)]
struct Load {
    is_over: Cell<bool>,
    took: RefCell<Vec<Duration>>,
    lost: RefCell<Vec<String>>,
}

impl Load {
    /// Asks until it is over.
    async fn asks(&self, address: SocketAddr) {
        let letter = |topic: &str| Letter::of(command("about", &[("topic", topic)]).to_string());
        let questions = ["third CWG", "what is iom", "maldves police"];
        let mut stream = None;
        for question in questions.into_iter().cycle() {
            if self.is_over.get() {
                return;
            }
            let begun = Instant::now();
            let mut connection = match stream.take() {
                Some(kept) => kept,
                None => TcpStream::connect(address).await.expect("the balancer listens"),
            };
            let answer = letter(question).sent_over(&mut connection).await;
            let took = begun.elapsed();
            if answer.status != 200 || answer.json()["type"] != 4 || took > ACKNOWLEDGED {
                self.lost.borrow_mut().push(format!("{} after {took:?}: {}", answer.status, answer.body));
            }
            self.took.borrow_mut().push(took);
            // A balancer may close a connection after any answer, and says so.
            if answer.status != 0 && !answer.head.contains("connection: close") {
                stream = Some(connection);
            }
            sleep(PAUSE).await;
        }
    }

    /// What came of it, for this part.
    fn tells(&self, what: &str) {
        let mut took = self.took.take();
        took.sort_unstable();
        let lost = self.lost.take();
        let at = |share: usize| took[(took.len() - 1) * share / 100];
        println!(
            "{what}: {} interactions, {} lost, median {:.1?}, 99th {:.1?}, longest {:.1?}",
            took.len(),
            lost.len(),
            at(50),
            at(99),
            at(100)
        );
        assert!(took.len() >= PEOPLE, "there was hardly any load");
        assert!(lost.is_empty(), "{what}: {} of {} were lost:\n{}", lost.len(), took.len(), lost.join("\n"));
    }
}

/// Plays while people ask.
async fn under_load(cluster: &Cluster, play: impl AsyncFnOnce(&Load)) {
    let load = Load::default();
    let people = join_all((0..PEOPLE).map(|_| load.asks(cluster.balancer.address)));
    let playing = async {
        sleep(Duration::from_secs(2)).await;
        play(&load).await;
        load.is_over.set(true);
    };
    tokio::join!(people, playing);
}

#[test]
fn any_replica_answers_what_another_began() {
    stage(async || {
        let Some(cluster) = Cluster::open().await else { return };
        let letter = Letter::of(command("attendees", &[("meeting", "third CWG")]).to_string());
        let mut bodies = Vec::new();
        for at in 0..3 {
            bodies.push(letter.sent_to(cluster.bot(at).http).await.body);
        }
        assert!(bodies.windows(2).all(|pair| pair[0] == pair[1]) && bodies[0].contains("embeds"), "{bodies:#?}");
        // Each of these comes to the next replica.
        let (amina, ibrahim) = (cluster.discord.person("amina"), cluster.discord.person("ibrahim"));
        let list = amina.asks("/meetings", &[]).await;
        let second = amina.presses(&list, "Next").await;
        assert_eq!(amina.presses(&second, "Previous").await.body["embeds"], list.body["embeds"]);
        amina.picks(&list, "").await;
        let private = amina.asks("/attendees", &[("meeting", "third CWG".into())]).await;
        let shared = amina.shares(&private, "Share").await;
        assert!(ibrahim.presses(&shared, "Delete").await.is_private());
        assert!(amina.presses(&shared, "Delete").await.deleted);
        for at in 0..3 {
            let (_, metrics) = cluster.bot(at).gets("/metrics").await.expect("metrics");
            let count = |line: &str| line.starts_with("iom_bot_interactions_total") && !line.ends_with(" 0");
            assert!(metrics.lines().filter(|line| count(line)).count() > 0, "replica {at} was never asked");
        }
        let letter = Letter { line: "GET /metrics HTTP/1.1".to_owned(), ..Letter::of("") };
        assert_eq!(letter.sent_to(cluster.balancer.address).await.status, 404, "the inside is seen from outside");
    });
}

#[test]
fn one_is_killed_and_nothing_is_lost() {
    stage(async || {
        let Some(cluster) = Cluster::open().await else { return };
        under_load(&cluster, async |load| {
            load.tells("before");
            for at in 0..3 {
                cluster.ends(at, Signal::SIGKILL).await;
                sleep(Duration::from_secs(2)).await;
                load.tells("one of three killed");
                cluster.starts(at).await;
                sleep(Duration::from_secs(1)).await;
                load.tells("another in its place");
            }
        })
        .await;
    });
}

#[test]
fn all_are_rolled_and_nothing_is_lost() {
    stage(async || {
        let Some(cluster) = Cluster::open().await else { return };
        under_load(&cluster, async |load| {
            for at in 0..3 {
                cluster.ends(at, Signal::SIGTERM).await;
                cluster.starts(at).await;
                sleep(Duration::from_secs(1)).await;
            }
            load.tells("all three rolled");
        })
        .await;
    });
}

#[test]
fn the_knowledge_of_all_is_swapped_and_nothing_is_lost() {
    stage(async || {
        let Some(cluster) = Cluster::open().await else { return };
        let asked = Letter::of(command("about", &[("topic", "seagrass meadows")]).to_string());
        let amina = cluster.discord.person("amina");
        let of_old = amina.asks("/meetings", &[]).await;
        under_load(&cluster, async |load| {
            for folder in &cluster.folders {
                folder.mounts("..second", &[fact("seagrass", "Seagrass meadows", "Forty meadows were counted.")]);
            }
            let begun = Instant::now();
            for at in 0..3 {
                while !asked.sent_to(cluster.bot(at).http).await.body.contains("Forty meadows were counted") {
                    assert!(begun.elapsed() < RECOVERED, "replica {at} still serves the old knowledge");
                    sleep(LOOK_AGAIN).await;
                }
            }
            println!("all three replicas serve the new knowledge after {:.1?}", begun.elapsed());
            load.tells("the knowledge of all three swapped");
        })
        .await;
        // What was answered from the old knowledge leads on in the new.
        assert!(amina.presses(&of_old, "Next").await.in_place);
    });
}

//! Every argument, with its environment variable and its help.
//!
//! The one idea: this is the whole contract of the command line; help, shell completions and the man page come from it.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use jiff::civil::Date;

/// The heading of the options that every command takes.
const EVERYWHERE: &str = "Options of every command";

/// Answers questions about what IOM does in the Maldives, from sourced knowledge, through any misspelling
#[derive(Clone, Debug, Parser)]
#[command(
    name = "iom-maldives-bot",
    version = crate::VERSION,
    max_term_width = 100,
    disable_help_subcommand = true,
    after_help = "Begin with: iom-maldives-bot chat"
)]
pub struct Arguments {
    /// What every command takes.
    #[command(flatten)]
    pub common: Common,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What every command takes.
#[derive(Args, Clone, Debug)]
pub struct Common {
    /// The knowledge folder; without it `./knowledge`, else the knowledge built in
    #[arg(long, global = true, value_name = "DIR", env = "KNOWLEDGE_DIR", help_heading = EVERYWHERE)]
    pub knowledge: Option<PathBuf>,
    /// How notices and errors are written: text, or json for a JSON object a line
    #[arg(
        long,
        global = true,
        value_name = "FORMAT",
        env = "LOG_FORMAT",
        default_value = "text",
        hide_possible_values = true,
        help_heading = EVERYWHERE
    )]
    pub log_format: LogFormat,
    /// The day that `last year` is counted from, instead of today in Malé
    #[arg(long, global = true, value_name = "DATE", env = "IOM_BOT_TODAY", hide = true)]
    pub today: Option<Date>,
}

/// How notices and errors are written.
#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub enum LogFormat {
    /// For people.
    Text,
    /// A JSON object a line.
    Json,
}

/// The commands.
#[derive(Clone, Debug, Subcommand)]
pub enum Command {
    /// Talk to the bot in the terminal
    Chat,
    /// Ask in your own words, however you spell them
    #[command(after_help = "Example: iom-maldives-bot ask who chaird the thrid consuler workng group")]
    Ask(Ask),
    /// Tell about a topic, or without one what the knowledge holds
    About(About),
    /// List meetings, newest first; one that fits alone opens in full
    #[command(after_help = "Example: iom-maldives-bot meetings --from 2016 --organisation india")]
    Meetings(Meetings),
    /// Tell who took part in a meeting, or in which ones somebody took part
    #[command(after_help = "Example: iom-maldives-bot attendees third cwg --who nepal")]
    Attendees(Attendees),
    /// Suggest values of a command's option while it is typed
    #[command(after_help = "Example: iom-maldives-bot complete attendees meeting cnsular wor")]
    Complete(Complete),
    /// Check the knowledge, and ask it every question of its questions.json
    #[command(after_help = "Ends with 0 when everything is right, with 1 after naming every mistake.")]
    Check(Check),
    /// Run the Discord bot
    Serve(Serve),
    /// Print the slash commands as JSON, or register them with Discord
    Commands(Commands),
    /// Ask a running service whether it is ready
    Health(Health),
    /// Print a completion script for a shell
    #[command(
        after_help = "Example: iom-maldives-bot completions bash > ~/.local/share/bash-completion/completions/iom-maldives-bot"
    )]
    Completions(Completions),
    /// Print the manual page
    Man,
}

/// `ask`
#[derive(Args, Clone, Debug)]
pub struct Ask {
    /// The question
    #[arg(value_name = "QUESTION")]
    pub question: Vec<String>,
    /// The id of the entry that `it` in the question means
    #[arg(long, value_name = "ID", env = "IOM_BOT_CONTEXT")]
    pub context: Option<String>,
    /// Print the answer as a JSON object
    #[arg(long, env = "IOM_BOT_JSON")]
    pub json: bool,
    /// Read one question a line, print one JSON object a line
    #[arg(long, env = "IOM_BOT_STDIN", conflicts_with = "question")]
    pub stdin: bool,
}

/// `about`
#[derive(Args, Clone, Debug)]
pub struct About {
    /// What to tell about: an organisation, a person, a term, a fact, a meeting
    #[arg(value_name = "TOPIC")]
    pub topic: Vec<String>,
    /// Print the answer as a JSON object
    #[arg(long, env = "IOM_BOT_JSON")]
    pub json: bool,
}

/// `meetings`
#[derive(Args, Clone, Debug)]
pub struct Meetings {
    /// Words of the meeting's name
    #[arg(value_name = "FIND")]
    pub find: Vec<String>,
    /// Not before this date: 2016, July 2016, 21/07/2016, last year
    #[arg(long, value_name = "DATE", env = "IOM_BOT_FROM")]
    pub from: Option<String>,
    /// Not after this date
    #[arg(long, value_name = "DATE", env = "IOM_BOT_TO")]
    pub to: Option<String>,
    /// Only with this organisation or person
    #[arg(long, value_name = "NAME", env = "IOM_BOT_ORGANISATION")]
    pub organisation: Option<String>,
    /// Only about these words
    #[arg(long, value_name = "WORDS", env = "IOM_BOT_TOPIC")]
    pub topic: Option<String>,
    /// Which page of a long list
    #[arg(long, value_name = "NUMBER", env = "IOM_BOT_PAGE", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..))]
    pub page: u32,
    /// Print the answer as a JSON object
    #[arg(long, env = "IOM_BOT_JSON")]
    pub json: bool,
}

/// `attendees`
#[derive(Args, Clone, Debug)]
pub struct Attendees {
    /// The meeting, by any of its names
    #[arg(value_name = "MEETING")]
    pub meeting: Vec<String>,
    /// An organisation or a person
    #[arg(long, value_name = "NAME", env = "IOM_BOT_WHO")]
    pub who: Option<String>,
    /// Print the answer as a JSON object
    #[arg(long, env = "IOM_BOT_JSON")]
    pub json: bool,
}

/// `complete`
#[derive(Args, Clone, Debug)]
pub struct Complete {
    /// A command
    #[arg(value_name = "COMMAND", value_parser = ["about", "meetings", "attendees", "ask"])]
    pub command: String,
    /// An option of it
    #[arg(value_name = "OPTION", value_parser = ["topic", "find", "from", "to", "organisation", "meeting", "who", "question"])]
    pub option: String,
    /// What is typed so far
    #[arg(value_name = "TEXT")]
    pub text: Vec<String>,
    /// Print the suggestions as a JSON array
    #[arg(long, env = "IOM_BOT_JSON")]
    pub json: bool,
    /// Read one text a line, print one JSON array a line
    #[arg(long, env = "IOM_BOT_STDIN", conflicts_with = "text")]
    pub stdin: bool,
}

/// `check`
#[derive(Args, Clone, Debug)]
pub struct Check {
    /// The knowledge folder; without it that of --knowledge
    #[arg(value_name = "DIR")]
    pub folder: Option<PathBuf>,
    /// Print the report as a JSON object
    #[arg(long, env = "IOM_BOT_JSON")]
    pub json: bool,
}

/// What is needed to speak to Discord. The token itself is read from `DISCORD_TOKEN` alone: arguments can be seen by others.
#[derive(Args, Clone, Debug)]
pub struct Discord {
    /// The file that holds the bot token, unless `DISCORD_TOKEN` does
    #[arg(long, value_name = "FILE", env = "DISCORD_TOKEN_FILE")]
    pub token_file: Option<PathBuf>,
    /// What stands in for Discord's REST API: scheme, host and port
    #[arg(long, value_name = "URL", env = "DISCORD_API_URL")]
    pub api_url: Option<String>,
    /// Register commands in this server alone
    #[arg(long, value_name = "ID", env = "DISCORD_GUILD_ID")]
    pub guild_id: Option<String>,
    /// The application, where Discord is not to be asked for it
    #[arg(long, value_name = "ID", env = "DISCORD_APPLICATION_ID")]
    pub application_id: Option<String>,
}

/// How Discord's events reach the service.
#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub enum Mode {
    /// Over a connection that the service opens
    Gateway,
    /// As HTTP requests that Discord sends to `/interactions`
    Endpoint,
}

/// `serve`
#[derive(Args, Clone, Debug)]
pub struct Serve {
    /// How Discord's events reach the service
    #[arg(long, value_name = "MODE", env = "IOM_BOT_MODE", default_value = "gateway")]
    pub mode: Mode,
    /// Where `/livez`, `/readyz` and, in endpoint mode, `/interactions` are served
    #[arg(long, value_name = "ADDRESS", env = "HTTP_ADDR", default_value = HTTP_ADDRESS)]
    pub http_addr: String,
    /// The application's public key, for endpoint mode; several, separated by commas, while it is exchanged
    #[arg(long, value_name = "KEY", env = "DISCORD_PUBLIC_KEY")]
    pub public_key: Option<String>,
    /// In gateway mode: which share of the servers this process serves, from 0
    #[arg(long, value_name = "NUMBER", env = "SHARD_ID")]
    pub shard_id: Option<String>,
    /// In gateway mode: how many processes share the servers, each with a number of its own
    #[arg(long, value_name = "NUMBER", env = "SHARD_COUNT")]
    pub shard_count: Option<String>,
    /// What is needed to speak to Discord.
    #[command(flatten)]
    pub discord: Discord,
}

/// `commands`
#[derive(Args, Clone, Debug)]
pub struct Commands {
    /// Send them to Discord, if they changed
    #[arg(long, env = "IOM_BOT_REGISTER")]
    pub register: bool,
    /// What is needed to speak to Discord.
    #[command(flatten)]
    pub discord: Discord,
}

/// `health`
#[derive(Args, Clone, Debug)]
pub struct Health {
    /// Where the service serves `/readyz`
    #[arg(long, value_name = "ADDRESS", env = "HTTP_ADDR", default_value = HTTP_ADDRESS)]
    pub http_addr: String,
}

/// Where health is served unless something else is said.
pub(super) const HTTP_ADDRESS: &str = "127.0.0.1:8080";

/// `completions`
#[derive(Args, Clone, Debug)]
pub struct Completions {
    /// The shell
    #[arg(value_name = "SHELL")]
    pub shell: Shell,
}

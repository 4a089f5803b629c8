//! What runs the bot, held against the bot: `Dockerfile`, `compose.yaml` and the manifests for Kubernetes.
//!
//! The one idea: a name, a value, a path or a number that stands there must be one that the code knows.

#![allow(clippy::indexing_slicing, clippy::panic, reason = "tests may fail loudly")]

mod documents;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::os::unix::fs::symlink;

use clap::{CommandFactory, Parser};
use documents::{files, read};
use iom_maldives_bot::cli::{Arguments, Command};
use iom_maldives_bot::knowledge::Knowledge;
use iom_maldives_bot::service::DEADLINE;
use serde_json::Value;

const BASE: &str = "deploy/kubernetes/base";
const GATEWAY: &str = "deploy/kubernetes/overlays/gateway";
const ENDPOINT: &str = "deploy/kubernetes/overlays/endpoint";
const KNOWLEDGE: &str = "deploy/kubernetes/components/knowledge";
/// The user that the image, compose and the cluster all name, so that a file given to it can be read by either.
const USER: u64 = 65532;
/// Bytes that a `ConfigMap` may hold.
const CONFIG_MAP: usize = 1_048_576;
/// The kinds of entries, by their folders.
const KINDS: [&str; 5] = ["facts", "glossary", "meetings", "organisations", "people"];

#[test]
fn every_variable_that_is_set_is_read_and_understood() {
    let command = Arguments::command();
    let serve = command.find_subcommand("serve").expect("serve");
    let options: BTreeMap<String, &clap::Arg> = command
        .get_arguments()
        .chain(serve.get_arguments())
        .filter_map(|option| Some((option.get_env()?.to_string_lossy().into_owned(), option)))
        .collect();
    // The token has no option, and what is logged needs none.
    let without_an_option = ["DISCORD_TOKEN", "RUST_LOG"];
    let mut checked = 0;
    for (file, name, value) in variables() {
        checked += 1;
        if without_an_option.contains(&name.as_str()) {
            continue;
        }
        let option = options.get(&name).unwrap_or_else(|| panic!("{file} sets {name}, which nothing reads"));
        let long = option.get_long().expect("a long option");
        // What is empty here is filled in by the operator.
        if !value.is_empty() && !value.contains("${") {
            let line = ["iom-maldives-bot", "serve", &format!("--{long}={value}")];
            assert!(Arguments::try_parse_from(line).is_ok(), "{file} sets {name} to {value}");
        }
    }
    assert!(checked >= 12, "{checked} variables");
}

#[test]
fn every_command_that_is_started_is_known() {
    let started = |line: &[&str]| {
        let line = std::iter::once("iom-maldives-bot").chain(line.iter().copied());
        Arguments::try_parse_from(line).expect("a command").command
    };
    let dockerfile = read("Dockerfile");
    let line = |start: &str| dockerfile.lines().map(str::trim).find(|line| line.starts_with(start)).expect("a line");
    let words = |line: &str| -> Vec<String> {
        serde_json::from_str(line.split_once(' ').expect("words").1).expect("the form that starts no shell")
    };
    let entrypoint = words(line("ENTRYPOINT "));
    assert_eq!(entrypoint, ["/usr/local/bin/iom-maldives-bot"]);
    let health = words(line("CMD [\"/"));
    assert_eq!(health[0], entrypoint[0]);
    assert!(matches!(started(&[&health[1]]), Command::Health(_)));
    let served = words(dockerfile.lines().rfind(|line| line.starts_with("CMD ")).expect("a command"));
    assert!(matches!(started(&[&served[0]]), Command::Serve(_)));
    let arguments = container(&format!("{BASE}/deployment.yaml"))["args"].clone();
    assert!(matches!(started(&[arguments[0].as_str().expect("a word")]), Command::Serve(_)));
}

#[test]
fn every_path_leads_somewhere() {
    // Below the working directory of the image lies the folder that is looked for when none is named.
    let folder = read("src/cli/opening.rs");
    assert!(read("Dockerfile").contains("\nWORKDIR /\n") && folder.contains("const FOLDER: &str = \"knowledge\";"));
    let compose = one("compose.yaml");
    let bot = &compose["services"]["bot"];
    let knowledge = bot["environment"]["KNOWLEDGE_DIR"].as_str().expect("a folder");
    assert_eq!(bot["volumes"][0], format!("./knowledge:{knowledge}:ro"));
    let secret = bot["secrets"][0].as_str().expect("a secret");
    assert_eq!(bot["environment"]["DISCORD_TOKEN_FILE"], format!("/run/secrets/{secret}"));
    let kept_out = compose["secrets"][secret]["file"].as_str().expect("a file").trim_start_matches('.');
    assert!(read(".gitignore").lines().any(|line| line == kept_out), "git would take {kept_out}");

    for (file, variable) in [
        (format!("{GATEWAY}/deployment.yaml"), "DISCORD_TOKEN_FILE"),
        (format!("{KNOWLEDGE}/deployment.yaml"), "KNOWLEDGE_DIR"),
    ] {
        let container = container(&file);
        let path = variable_of(&container, variable).unwrap_or_else(|| panic!("{file} has no {variable}"));
        let mount = &container["volumeMounts"][0];
        let place = mount["mountPath"].as_str().expect("a path");
        assert!(path.starts_with(place) && mount["readOnly"] == true, "{file}: {path} is not below {place}");
        assert_eq!(mount["name"], pod(&file)["volumes"][0]["name"], "{file}");
    }
    let routes: String = files("src/service", ".rs").iter().map(|name| read(name)).collect();
    let probed = container(&format!("{BASE}/deployment.yaml"));
    for (probe, path) in [("startupProbe", "/livez"), ("livenessProbe", "/livez"), ("readinessProbe", "/readyz")] {
        assert_eq!(probed[probe]["httpGet"]["path"], path);
        assert!(routes.contains(&format!("\"{path}\"")), "nothing serves {path}");
    }
    let address = variable_of(&probed, "HTTP_ADDR").expect("an address");
    assert_eq!(address, format!("0.0.0.0:{}", probed["ports"][0]["containerPort"]));
}

#[test]
fn versions_are_those_of_the_manifest_and_no_registry_is_named() {
    let version = env!("CARGO_PKG_VERSION");
    let dockerfile = read("Dockerfile");
    assert!(dockerfile.contains(&format!("image.version=\"{version}\"")));
    assert!(dockerfile.contains(&format!("ARG RUST_VERSION={}\n", env!("CARGO_PKG_RUST_VERSION"))));
    assert!(!dockerfile.starts_with("# syntax") && !dockerfile.contains("<<"));
    let image = format!("iom-maldives-bot:{version}");
    assert_eq!(one("compose.yaml")["services"]["bot"]["image"], image);
    assert_eq!(one(&format!("{BASE}/kustomization.yaml"))["images"][0]["newTag"], version);
    assert_eq!(container(&format!("{BASE}/deployment.yaml"))["image"], "iom-maldives-bot");
    let mut named = 0;
    for name in ["Dockerfile", "compose.yaml", ".ci/image"].map(str::to_owned).into_iter().chain(yaml_files()) {
        for line in read(&name).lines().map(str::trim) {
            let from = line.strip_prefix("FROM ").or_else(|| line.strip_prefix("image: "));
            named += usize::from(from.is_some());
            // A host stands before a slash.
            assert!(from.is_none_or(|image| !image.contains('/')), "{name}: {line}");
        }
    }
    assert!(named >= 4, "{named} images");
    for page in ["README.md", "docs/OPERATIONS.md"].map(read) {
        for word in page.split_whitespace().filter(|word| word.starts_with("iom-maldives-bot:")) {
            assert_eq!(word.trim_end_matches(['.', ',', '`']), image);
        }
    }
}

#[test]
fn whatever_runs_it_lets_it_do_as_little_as_it_needs() {
    assert!(read("Dockerfile").contains(&format!("\nUSER {USER}:{USER}\n")));
    let bot = &one("compose.yaml")["services"]["bot"];
    assert_eq!(bot["user"], format!("{USER}:{USER}"));
    assert_eq!(bot["read_only"], true);
    assert_eq!(bot["cap_drop"], serde_json::json!(["ALL"]));
    assert_eq!(bot["security_opt"], serde_json::json!(["no-new-privileges:true"]));
    assert_eq!(bot["mem_limit"], bot["memswap_limit"]);
    assert!(bot["pids_limit"].as_u64().is_some_and(|limit| limit <= 64));

    let file = format!("{BASE}/deployment.yaml");
    let (pod, container) = (pod(&file), container(&file));
    for field in ["runAsUser", "runAsGroup", "fsGroup"] {
        assert_eq!(pod["securityContext"][field], USER, "{field}");
    }
    assert_eq!(pod["securityContext"]["runAsNonRoot"], true);
    assert_eq!(pod["securityContext"]["seccompProfile"]["type"], "RuntimeDefault");
    assert_eq!(pod["automountServiceAccountToken"], false);
    let context = &container["securityContext"];
    assert_eq!(
        (&context["allowPrivilegeEscalation"], &context["readOnlyRootFilesystem"]),
        (&false.into(), &true.into())
    );
    assert_eq!(context["capabilities"]["drop"], serde_json::json!(["ALL"]));
    assert_eq!(container["resources"]["limits"]["memory"], "64Mi");
}

#[test]
fn whatever_stops_it_waits_until_it_has_ended() {
    let grace = one("compose.yaml")["services"]["bot"]["stop_grace_period"].as_str().map(str::to_owned);
    let grace: u64 = grace.and_then(|grace| grace.trim_end_matches('s').parse().ok()).expect("seconds");
    assert!(grace > DEADLINE.as_secs());
    let pause = container(&format!("{ENDPOINT}/deployment.yaml"))["lifecycle"]["preStop"]["sleep"]["seconds"].as_u64();
    let grace = pod(&format!("{BASE}/deployment.yaml"))["terminationGracePeriodSeconds"].as_u64();
    assert!(grace.expect("seconds") > DEADLINE.as_secs() + pause.expect("seconds"));
}

#[test]
fn a_gateway_is_alone_and_endpoints_are_never_none() {
    let gateway = &one(&format!("{GATEWAY}/deployment.yaml"))["spec"];
    assert_eq!((&gateway["replicas"], &gateway["strategy"]["type"]), (&1.into(), &"Recreate".into()));
    let endpoint = &one(&format!("{ENDPOINT}/deployment.yaml"))["spec"];
    assert_eq!(endpoint["strategy"]["rollingUpdate"]["maxUnavailable"], 0);
    // The autoscaler says how many, so the deployment does not.
    assert!(endpoint["replicas"].is_null());
    let scaler = &one(&format!("{ENDPOINT}/autoscaler.yaml"))["spec"];
    assert!(scaler["minReplicas"].as_u64().is_some_and(|least| least >= 2));
    assert_eq!(one(&format!("{ENDPOINT}/disruption-budget.yaml"))["spec"]["maxUnavailable"], 1);
}

/// As `docs/OPERATIONS.md` packs it, and as the cluster lays it out: links into a hidden folder.
#[test]
fn the_knowledge_fits_a_config_map_and_is_read_from_it() {
    let volume = &pod(&format!("{KNOWLEDGE}/deployment.yaml"))["volumes"][0]["configMap"];
    let folder = tempfile::tempdir().expect("a folder");
    let hidden = folder.path().join("..2026_11_25");
    let mut size = 0;
    let mut kinds = BTreeSet::new();
    for item in volume["items"].as_array().expect("items") {
        let (key, path) = (item["key"].as_str().expect("a key"), item["path"].as_str().expect("a path"));
        let (kind, _) = path.split_once('/').expect("a folder");
        assert_eq!(key, format!("{kind}.json"));
        let packed = packed(kind);
        size += packed.len();
        fs::create_dir_all(hidden.join(kind)).expect("a folder");
        fs::write(hidden.join(path), packed).expect("a file");
        symlink(format!("..data/{kind}"), folder.path().join(kind)).expect("a link");
        kinds.insert(kind);
    }
    symlink("..2026_11_25", folder.path().join("..data")).expect("a link");
    assert_eq!(kinds, BTreeSet::from(KINDS));
    assert!(size < CONFIG_MAP, "{size} bytes");
    let counts = |knowledge: &Knowledge| knowledge.counts().map(|(_, count)| count).into_iter().collect::<Vec<_>>();
    let laid_out = Knowledge::load(folder.path()).expect("sound knowledge").knowledge;
    assert_eq!(counts(&laid_out), counts(&Knowledge::built_in().expect("sound").knowledge));
    println!("knowledge: {size} bytes of the {CONFIG_MAP} that a ConfigMap holds");
}

/// All entries of a kind as one array.
fn packed(kind: &str) -> String {
    let mut all = Vec::new();
    for name in files(&format!("knowledge/{kind}"), ".json") {
        match serde_json::from_str(&read(&name)).expect("JSON") {
            Value::Array(entries) => all.extend(entries),
            entry => all.push(entry),
        }
    }
    serde_json::to_string(&all).expect("JSON")
}

/// Every variable that something sets: the file, its name, its value.
fn variables() -> Vec<(String, String, String)> {
    let mut found = Vec::new();
    let mut add =
        |file: &str, name: &str, value: &str| found.push((file.to_owned(), name.to_owned(), value.to_owned()));
    let dockerfile = read("Dockerfile");
    let (_, image) = dockerfile.split_once("FROM scratch").expect("the image after the build");
    for (name, value) in image.lines().filter_map(|line| line.strip_prefix("ENV ")?.split_once('=')) {
        add("Dockerfile", name, value);
    }
    let environment = one("compose.yaml")["services"]["bot"]["environment"].clone();
    for (name, value) in environment.as_object().expect("an environment") {
        add("compose.yaml", name, value.as_str().expect("text"));
    }
    for file in yaml_files().into_iter().filter(|file| file.ends_with("/deployment.yaml")) {
        for variable in container(&file)["env"].as_array().into_iter().flatten() {
            add(&file, variable["name"].as_str().expect("a name"), variable["value"].as_str().expect("text"));
        }
    }
    for file in files("deploy", ".env") {
        for (name, value) in
            read(&file).lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('='))
        {
            add(&file, name, value);
        }
    }
    found
}

fn yaml_files() -> Vec<String> {
    files("deploy/kubernetes", ".yaml")
}

/// The one document of a file.
fn one(file: &str) -> Value {
    serde_saphyr::from_str(&read(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// What a deployment, or a patch of one, says of its pods.
fn pod(file: &str) -> Value {
    one(file)["spec"]["template"]["spec"].clone()
}

/// What it says of the bot's container.
fn container(file: &str) -> Value {
    pod(file)["containers"][0].clone()
}

fn variable_of(container: &Value, name: &str) -> Option<String> {
    let variable = container["env"].as_array()?.iter().find(|variable| variable["name"] == name)?;
    variable["value"].as_str().map(str::to_owned)
}

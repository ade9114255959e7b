//! PostgreSQL's own programs, as Debian installs them, run as a user that they accept.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Stops the server and removes its folder when, for this many seconds, nobody has held the lock of the users.
const IDLE_SECONDS: u32 = 20;
const WATCHDOG: &str = r#"
folder="$1"
cd "$folder" || exit 1
exec 9>>watchdog.lock
flock -n 9 || exit 0
idle=0
while sleep 1; do
    [ -e start.lock ] || break
    exec 8>>start.lock
    flock 8
    if flock -n -x users.lock true; then idle=$((idle + 1)); else idle=0; fi
    if [ "$idle" -ge "$2" ]; then break; fi
    exec 8>&-
done
shift 2
"$@"
cd / && rm -rf "$folder"
"#;

/// Where the programs are, and whether another user has to run them: they refuse root.
pub(crate) struct Programs {
    folder: PathBuf,
    root: bool,
}

impl Programs {
    /// Debian's programs of any version, the newest first; `PG_BIN` names others.
    pub fn find() -> Result<Self, String> {
        let named = std::env::var_os("PG_BIN").map(PathBuf::from);
        let folder = named.or_else(newest).filter(|folder| folder.join("initdb").exists());
        let folder = folder.ok_or(
            "PostgreSQL is needed for this test and is not here; `apt-get install postgresql-15` would do, \
             or set PG_BIN to the folder that holds `initdb` and `pg_ctl`",
        )?;
        let user = Command::new("id").arg("-u").output().map_err(|error| format!("id: {error}"))?;
        Ok(Self { folder, root: user.stdout.trim_ascii() == b"0" })
    }

    /// Whether the server of this folder runs.
    pub fn runs(&self, folder: &Path) -> bool {
        let mut status = self.command("pg_ctl");
        status.arg("-D").arg(folder.join("data")).arg("status");
        status.output().is_ok_and(|output| output.status.success())
    }

    /// Makes the data folder if there is none, and starts the server; waits until it answers.
    pub fn start(&self, folder: &Path) -> Result<(), String> {
        let data = folder.join("data");
        if !data.join("PG_VERSION").exists() {
            if self.root {
                done(Command::new("chown").arg("postgres:postgres").arg(folder))?;
            }
            let mut make = self.command("initdb");
            make.arg("-D").arg(&data);
            done(make.args(["-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"]))?;
        }
        let options = format!("-k {} -c listen_addresses= -c max_connections=300 -c fsync=on", folder.display());
        let mut start = self.command("pg_ctl");
        start.arg("-D").arg(&data).arg("-l").arg(folder.join("log")).args(["-w", "-o", &options, "start"]);
        // The server must not keep the pipes of a test open.
        let started = start.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
        if started.is_ok_and(|status| status.success()) {
            return Ok(());
        }
        let log = fs::read_to_string(folder.join("log")).unwrap_or_default();
        let end: Vec<_> = log.lines().rev().take(5).collect();
        Err(format!("PostgreSQL in {} doesn't start: {}", folder.display(), end.join(" / ")))
    }

    /// Stops the server at once.
    pub fn stop(&self, folder: &Path) -> Result<(), String> {
        let mut stop = self.command("pg_ctl");
        done(stop.arg("-D").arg(folder.join("data")).args(["-m", "immediate", "-w", "stop"]))
    }

    /// Makes an empty database.
    pub fn create_database(&self, folder: &Path, name: &str) -> Result<(), String> {
        let mut create = self.command("createdb");
        done(create.arg("-h").arg(folder).args(["-U", "postgres", name]))
    }

    /// Runs a statement and gives what it answers, without headings.
    pub fn statement(&self, folder: &Path, address: &str, statement: &str) -> Result<String, String> {
        let name = address.split('?').next().and_then(|bare| bare.rsplit('/').next()).unwrap_or_default();
        let mut psql = self.command("psql");
        psql.arg("-h")
            .arg(folder)
            .args(["-U", "postgres", "-v", "ON_ERROR_STOP=1", "-qAt", "-d", name, "-c", statement]);
        let output = psql.output().map_err(|error| format!("psql: {error}"))?;
        if !output.status.success() {
            return Err(String::from_utf8_lossy(&output.stderr).into_owned());
        }
        Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }

    /// Starts the watchdog, unless one is there: it then ends by itself.
    pub fn watch(&self, folder: &Path) -> Result<(), String> {
        let stop = self.command("pg_ctl");
        let mut watchdog = Command::new("setsid");
        watchdog.args(["bash", "-c", WATCHDOG, "watchdog"]).arg(folder).arg(IDLE_SECONDS.to_string());
        watchdog.arg(stop.get_program()).args(stop.get_args()).arg("-D").arg(folder.join("data"));
        watchdog.args(["-m", "immediate", "-w", "stop"]).current_dir("/");
        watchdog.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        watchdog.spawn().map(|_| ()).map_err(|error| format!("the watchdog doesn't start: {error}"))
    }

    fn command(&self, program: &str) -> Command {
        let path = self.folder.join(program);
        let mut command = if self.root {
            let mut command = Command::new("setpriv");
            command.args(["--reuid=postgres", "--regid=postgres", "--clear-groups"]).arg(path);
            command
        } else {
            Command::new(path)
        };
        // A folder that this user may not enter would make the programs complain.
        command.current_dir("/");
        command
    }
}

fn newest() -> Option<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql").ok()?.filter_map(|entry| Some(entry.ok()?.path()));
    let number = |path: &PathBuf| path.file_name()?.to_str()?.parse::<u32>().ok();
    versions.max_by_key(number).map(|path| path.join("bin"))
}

fn done(command: &mut Command) -> Result<(), String> {
    let output = command.output().map_err(|error| format!("{}: {error}", command.get_program().display()))?;
    if output.status.success() {
        return Ok(());
    }
    Err(format!("{command:?} failed: {}", String::from_utf8_lossy(&output.stderr).trim()))
}

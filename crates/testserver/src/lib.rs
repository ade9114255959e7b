//! The PostgreSQL server that tests and benches start for themselves: real, durable, reached through a socket only, gone when it is idle.
//!
//! nextest runs each test in a process of its own, so the server is shared by all processes of a run: the first one starts it, each has
//! a database of its own, and a watchdog stops it and removes its data once nobody has used it for a while, also when everybody was killed.

mod programs;

use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::process;
use std::sync::atomic::{AtomicU32, Ordering};

use programs::Programs;

/// A server that runs for as long as this value, or another user's, is kept.
pub struct Server {
    folder: PathBuf,
    programs: Programs,
    private: bool,
    /// Locked as long as the server is used.
    _user: File,
}

/// How many databases this process has made, for their names.
static DATABASES: AtomicU32 = AtomicU32::new(0);

impl Server {
    /// The server that all tests of this working copy share, started if need be.
    ///
    /// # Errors
    ///
    /// What is missing, and how to install it; or what the server says.
    pub fn shared() -> Result<Self, String> {
        Self::join(home(), false)
    }

    /// A server of one's own, which may be stopped in the middle. It is gone when the value is dropped.
    ///
    /// # Errors
    ///
    /// As for [`Server::shared`].
    pub fn private() -> Result<Self, String> {
        let number = DATABASES.fetch_add(1, Ordering::Relaxed);
        Self::join(home().with_extension(format!("{}-{number}", process::id())), true)
    }

    /// The address of a new, empty database.
    ///
    /// # Errors
    ///
    /// What the server says.
    pub fn database(&self) -> Result<String, String> {
        let number = DATABASES.fetch_add(1, Ordering::Relaxed);
        let name = format!("test_{}_{number}", process::id());
        self.programs.create_database(&self.folder, &name)?;
        Ok(format!("postgres://postgres@localhost/{name}?host={}", self.folder.display()))
    }

    /// Runs a statement as the administrator that may do anything, and gives what it answers.
    ///
    /// # Errors
    ///
    /// What the server says.
    pub fn administrator(&self, address: &str, statement: &str) -> Result<String, String> {
        self.programs.statement(&self.folder, address, statement)
    }

    /// Stops the server at once, as a power failure would; only a private one.
    ///
    /// # Errors
    ///
    /// The server is shared, or doesn't stop.
    pub fn stop(&self) -> Result<(), String> {
        if !self.private {
            return Err("a shared server isn't one test's to stop; take Server::private".to_owned());
        }
        self.programs.stop(&self.folder)
    }

    /// Starts it again after [`Server::stop`].
    ///
    /// # Errors
    ///
    /// What the server says.
    pub fn start(&self) -> Result<(), String> {
        self.programs.start(&self.folder)
    }

    fn join(folder: PathBuf, private: bool) -> Result<Self, String> {
        let programs = Programs::find()?;
        let fault = |error: std::io::Error| format!("{}: {error}", folder.display());
        let _starting = starting(&folder)?;
        if !programs.runs(&folder) {
            programs.start(&folder).or_else(|_| {
                // Data that a crash has left half made is of no use.
                fs::remove_dir_all(folder.join("data")).map_err(fault)?;
                programs.start(&folder)
            })?;
        }
        let user = locks(&folder, "users.lock")?;
        user.lock_shared().map_err(fault)?;
        programs.watch(&folder)?;
        Ok(Self { folder, programs, private, _user: user })
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if self.private {
            // The watchdog does what fails here.
            let _ = self.programs.stop(&self.folder);
            let _ = fs::remove_dir_all(&self.folder);
        }
    }
}

/// One folder for each working copy, short enough for a socket's path and open to the server's own user.
fn home() -> PathBuf {
    let mut hasher = DefaultHasher::new();
    env!("CARGO_MANIFEST_DIR").hash(&mut hasher);
    std::env::temp_dir().join(format!("guantong-postgres-{:08x}", hasher.finish() as u32))
}

/// The lock under which a server is started or stopped. The watchdog removes the folder at the end, and the lock with it: then once more.
fn starting(folder: &Path) -> Result<File, String> {
    let fault = |error: std::io::Error| format!("{}: {error}", folder.display());
    loop {
        fs::create_dir_all(folder).map_err(fault)?;
        let file = locks(folder, "start.lock")?;
        file.lock().map_err(fault)?;
        let held = file.metadata().map_err(fault)?.ino();
        if fs::metadata(folder.join("start.lock")).is_ok_and(|there| there.ino() == held) {
            return Ok(file);
        }
    }
}

fn locks(folder: &Path, name: &str) -> Result<File, String> {
    let path = folder.join(name);
    File::options().create(true).append(true).open(&path).map_err(|error| format!("{}: {error}", path.display()))
}

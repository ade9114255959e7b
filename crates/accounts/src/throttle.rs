//! How guessing is slowed down: each attempt passes gates, and each failure makes the next one at these gates wait longer.
//!
//! Nobody can shut an owner out for good: a browser in which the owner has logged in before passes a gate of its own, at which nobody
//! else can fail; and the gate of the account as such never waits longer than a minute, because others can make it wait.

use core::net::IpAddr;

use sha2::{Digest as _, Sha256};

use crate::hexadecimal;

const SECOND: i64 = 1_000;
/// Failures that lie back so long no longer count.
pub const FORGOTTEN_AFTER: i64 = 24 * 60 * 60 * SECOND;

/// What an attempt has to pass.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Gate {
    /// All attempts from one network.
    Network(String),
    /// Attempts at an account from one network.
    AccountFrom(String, String),
    /// Attempts at an account from everywhere, but for known browsers.
    Account(String),
    /// Attempts at an account from a browser in which its owner has logged in, by the digest of what that browser keeps.
    Browser(String, String),
    /// Codes for an account: only those who know its password come so far.
    Code(String),
}

impl Gate {
    /// The gates of a password: `browser` is the digest of a browser that is known for this account.
    #[must_use]
    pub fn of_password(account: &str, address: Option<IpAddr>, browser: Option<&str>) -> Vec<Self> {
        let account = account.to_owned();
        if let Some(browser) = browser {
            return vec![Self::Browser(account, browser.to_owned())];
        }
        let network = network(address);
        vec![Self::Network(network.clone()), Self::AccountFrom(account.clone(), network), Self::Account(account)]
    }

    /// Under what it is kept: a digest, which names neither account nor address.
    #[must_use]
    pub fn id(&self) -> String {
        let (kind, one, other) = match self {
            Self::Network(network) => ("network", network.as_str(), ""),
            Self::AccountFrom(account, network) => ("account-from", account.as_str(), network.as_str()),
            Self::Account(account) => ("account", account.as_str(), ""),
            Self::Browser(account, browser) => ("browser", account.as_str(), browser.as_str()),
            Self::Code(account) => ("code", account.as_str(), ""),
        };
        hexadecimal(&Sha256::digest(format!("{kind}\0{one}\0{other}")))
    }

    /// Whether a success clears it. What one person's success cleared at the gate of a network would let others guess there.
    #[must_use]
    pub fn is_cleared(&self) -> bool {
        !matches!(self, Self::Network(_))
    }

    /// How long the next attempt waits after so many failures, in milliseconds: nothing at first, then twice as long each time.
    #[must_use]
    pub fn wait(&self, failures: i64) -> i64 {
        let (free, longest) = match self {
            Self::Network(_) => (30, 900),
            Self::AccountFrom(..) | Self::Browser(..) | Self::Code(_) => (5, 900),
            Self::Account(_) => (20, 60),
        };
        match failures.saturating_sub(free) {
            ..0 => 0,
            over => (SECOND << over.min(20)).min(longest * SECOND),
        }
    }
}

/// The network of an address: IPv6 is given out in networks of 64 bits, IPv4 by address.
fn network(address: Option<IpAddr>) -> String {
    match address.map(|address| address.to_canonical()) {
        None => "unknown".to_owned(),
        Some(IpAddr::V4(address)) => address.to_string(),
        Some(IpAddr::V6(address)) => format!("{:x}", address.to_bits() >> 64),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_and_end() {
        let account = Gate::Account("a".to_owned());
        assert_eq!(
            [0, 19, 20, 21, 22, 25, 26, 1_000, i64::MAX].map(|n| account.wait(n) / SECOND),
            [0, 0, 1, 2, 4, 32, 60, 60, 60]
        );
        let code = Gate::Code("a".to_owned());
        assert_eq!([4, 5, 6, 14, 15, 99].map(|n| code.wait(n) / SECOND), [0, 1, 2, 512, 900, 900]);
    }

    #[test]
    fn a_known_browser_passes_a_gate_of_its_own() {
        let address = "192.0.2.1".parse().ok();
        let others = Gate::of_password("a", address, None);
        let own = Gate::of_password("a", address, Some("d"));
        assert_eq!((others.len(), own.len()), (3, 1));
        assert!(own.iter().all(|gate| !others.contains(gate)));
        assert!(others.iter().filter(|gate| !gate.is_cleared()).count() == 1);
    }

    #[test]
    fn networks_are_those_that_are_given_out() {
        let of = |text: &str| network(text.parse().ok());
        assert_eq!(of("2001:db8:1:2::1"), of("2001:db8:1:2:ffff::9"));
        assert_ne!(of("2001:db8:1:2::1"), of("2001:db8:1:3::1"));
        assert_ne!(of("192.0.2.1"), of("192.0.2.2"));
        assert_eq!(of("::ffff:192.0.2.1"), of("192.0.2.1"));
        assert!(!Gate::Network(of("192.0.2.1")).id().contains("192"));
    }
}

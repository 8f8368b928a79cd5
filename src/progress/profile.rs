//! Several people on one browser: each has a part of the store, and sees no other.

/// Whose progress it is.
///
/// The first one's keys begin with `gr1:`, as they did before there were profiles, those of others with `gr1@<name>:`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile(Option<String>);

impl Profile {
    /// A profile from its name in the store: six letters and digits, or none for the first.
    ///
    /// ```
    /// use greenroom::progress::Profile;
    ///
    /// assert_eq!(Profile::from_name(""), Some(Profile::default()));
    /// assert!(Profile::from_name("k3v9x2").is_some());
    /// assert_eq!(Profile::from_name("k3:9x2"), None);
    /// ```
    pub fn from_name(name: &str) -> Option<Self> {
        let is_name = name.len() == 6 && name.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if name.is_empty() { Some(Profile(None)) } else { is_name.then(|| Profile(Some(name.to_owned()))) }
    }

    /// What the keys of all its progress begin with, and no others.
    pub fn prefix(&self) -> String {
        self.0.as_ref().map_or_else(|| "gr1:".to_owned(), |name| format!("gr1@{name}:"))
    }
}

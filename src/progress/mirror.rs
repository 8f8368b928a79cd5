//! What has to be written into the store's mirror: a second home of the same keys and texts, which takes its time, but
//! does not forget what it has taken when the browser is killed.

/// What is to be put under a key of the mirror, or taken away from there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MirrorWrite {
    /// The key.
    pub key: String,
    /// The text; none to take away what stands there.
    pub text: Option<String>,
}

impl MirrorWrite {
    pub(super) fn set(key: String, text: String) -> Self {
        MirrorWrite { key, text: Some(text) }
    }

    pub(super) fn remove(key: String) -> Self {
        MirrorWrite { key, text: None }
    }
}

/// What a session knows of the mirror.
#[derive(Debug, Default)]
pub(super) struct Mirror {
    waiting: Vec<MirrorWrite>,
    n_underway: usize,
    /// Whether it was brought together with the store, and has taken everything since.
    pub(super) is_sound: bool,
}

impl Mirror {
    pub(super) fn set(&mut self, key: String, text: String) {
        self.waiting.push(MirrorWrite::set(key, text));
    }

    pub(super) fn take(&mut self) -> Vec<MirrorWrite> {
        let taken = std::mem::take(&mut self.waiting);
        self.n_underway += usize::from(!taken.is_empty());
        taken
    }

    /// What was not written is found missing when the two are brought together again.
    pub(super) fn settle(&mut self, is_written: bool) {
        self.n_underway = self.n_underway.saturating_sub(1);
        self.is_sound &= is_written;
    }

    /// Whether it holds all that was written here.
    pub(super) fn is_complete(&self) -> bool {
        self.is_sound && self.waiting.is_empty() && self.n_underway == 0
    }
}

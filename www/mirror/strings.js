// The words of what keeps progress, in a file of their own: what needs them is loaded later.

export const words = {
  mayBeCleared: /** @param {boolean} isApple */ (isApple) =>
    isApple
      ? "This browser may delete what a page has stored when you have not used it for seven days. A page on the home screen is spared, but begins empty: add it before you practice much, or save a backup now and then."
      : "This browser does not promise to keep what pages store when it runs out of room. Installing this page helps, and so does a backup now and then.",
  toBackup: "To the backup",
  nothingYet: "Nothing has been rated yet: there is nothing to save.",
  backupSaved: "The backup was saved as a file. “Your progress”, on the page with all decks, restores it.",
};

// The words about a card that has changed; they are loaded behind the first answer.

export const words = {
  changed: "Changed since you last saw it",
  removed: "removed: ",
  added: "added: ",
  long: "The card is too long to show what changed.",
};

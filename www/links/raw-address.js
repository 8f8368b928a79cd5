// GitHub's pages of files; the author's page needs this too.

/** The address of the text itself, where GitHub shows it on a page. @param {URL} address */
export function rawAddress({ host, pathname }) {
  const [, owner, name, ...rest] = pathname.split("/");
  if (host === "gist.github.com" && owner && name && !rest.includes("raw")) return `https://gist.githubusercontent.com/${owner}/${name}/raw`;
  const [what, ...path] = rest;
  if (host !== "github.com" || path.length < 2 || (what !== "blob" && what !== "raw")) return "";
  return `https://raw.githubusercontent.com/${owner}/${name}/${path.join("/")}`;
}

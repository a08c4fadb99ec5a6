"""What has to hold of a page that is open in a browser: each check returns what it found wrong."""

import importlib.resources

AXE = importlib.resources.files("axe_playwright_python").joinpath("axe.min.js").read_text()
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
#: Pixels of CSS; on paper 10 of them are 7.5 points.
LEAST_LETTERS = 12
LEAST_PRINTED = 10

WIDE = """() => {
  const root = document.documentElement;
  if (root.scrollWidth <= window.innerWidth) return [];
  const wide = [...document.querySelectorAll("body *")].filter(
    e => e.getBoundingClientRect().right > window.innerWidth + 1 && !e.closest(".scroll, svg"));
  return [`the page is ${root.scrollWidth} px wide on ${window.innerWidth}: `
    + wide.slice(0, 3).map(e => `<${e.localName} class="${e.className}">`).join(", ")];
}"""

SMALL = """least => {
  const found = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || parent.closest("title, desc, script")) continue;
    if (!parent.checkVisibility()) continue;
    const svg = parent.closest("svg");
    const scale = svg && parent.getScreenCTM ? parent.getScreenCTM().a : 1;
    const size = parseFloat(getComputedStyle(parent).fontSize) * scale;
    if (size < least - 0.01) {
      const text = walker.currentNode.data.trim().slice(0, 30);
      found.add(`“${text}” is ${size.toFixed(1)} px`);
    }
  }
  return [...found].slice(0, 5);
}"""

# What lies over what in drawings: letters that touch one another cannot be read.
CROWDED = """() => {
  const found = [];
  for (const svg of document.querySelectorAll("svg[role=img]")) {
    const boxes = [...svg.querySelectorAll("text")].filter(t => t.checkVisibility())
      .map(t => [t.textContent, t.getBoundingClientRect()]);
    const area = svg.getBoundingClientRect();
    for (const [i, [one, a]] of boxes.entries()) {
      if (a.left < area.left - 2 || a.right > area.right + 2) found.push(`“${one}” sticks out`);
      for (const [other, b] of boxes.slice(i + 1)) {
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (across > 1 && down > 5) found.push(`“${one}” touches “${other}”`);
      }
    }
  }
  return found.slice(0, 5);
}"""

STRUCTURE = """() => {
  const found = [];
  if (document.querySelectorAll("h1").length !== 1) found.push("not one h1");
  let last = 1;
  for (const h of document.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
    const level = Number(h.localName[1]);
    if (level > last + 1) found.push(`h${last} is followed by h${level}`);
    last = level;
  }
  for (const svg of document.querySelectorAll("svg[role=img]")) {
    const has = name => svg.querySelector(`:scope > ${name}`)?.textContent.trim();
    if (!has("title") || !has("desc")) found.push("a drawing without a title or a description");
  }
  if (document.scripts.length) found.push("a script");
  return found;
}"""

# Axe does not judge letters in drawings: 4.5 to 1 against what lies behind the drawing.
PALE = """() => {
  const part = c => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  const light = rgb => 0.2126 * part(rgb[0]) + 0.7152 * part(rgb[1]) + 0.0722 * part(rgb[2]);
  const colour = text => text.match(/[\\d.]+/g).map(Number);
  const behind = e => {
    for (; e; e = e.parentElement) {
      const found = colour(getComputedStyle(e).backgroundColor);
      if (found.length === 3) return found;
    }
    return [255, 255, 255];
  };
  const found = new Set();
  for (const text of document.querySelectorAll("svg text")) {
    const [a, b] = [light(colour(getComputedStyle(text).fill)), light(behind(text))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) found.add(`“${text.textContent}” stands out by ${ratio.toFixed(1)} to 1 only`);
  }
  return [...found].slice(0, 5);
}"""

# In print everything is open.
CLOSED = """() => [...document.querySelectorAll("details > :not(summary)")]
  .filter(e => !e.checkVisibility() || e.getBoundingClientRect().height < 2)
  .slice(0, 3).map(e => `hidden in print: ${e.textContent.trim().slice(0, 40)}`)"""


def wide(page):
    return page.evaluate(WIDE)


def small(page):
    return page.evaluate(SMALL, LEAST_LETTERS)


def printed(page):
    return page.evaluate(SMALL, LEAST_PRINTED)


def crowded(page):
    return page.evaluate(CROWDED)


def pale(page):
    return page.evaluate(PALE)


def structure(page):
    return page.evaluate(STRUCTURE)


def closed(page):
    return page.evaluate(CLOSED)


def axe(page):
    """Runs axe-core, which the page's own policy would not let it load."""
    page.evaluate(AXE)
    result = page.evaluate(
        "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", AXE_TAGS)
    page.unchecked = sum(len(rule["nodes"]) for rule in result["incomplete"])
    return [f"{rule['id']} ({rule['impact']}, {len(rule['nodes'])} times): {rule['help']}; "
            f"{rule['nodes'][0]['html'][:160]}" for rule in result["violations"]]

// The keyboard: everything that is done for each card takes one key.
const actions = {
  ArrowRight: () => turn(1), ArrowDown: () => turn(1), j: () => turn(1),
  ArrowLeft: () => turn(-1), ArrowUp: () => turn(-1), k: () => turn(-1),
  Home: () => show(neighbour(-1, 1)), End: () => show(neighbour(cards.length, -1)),
  " ": () => checkAndGoOn(), c: () => checkAndGoOn(), u: () => mark(false),
  "+": () => stepZoom(1), "=": () => stepZoom(1), "-": () => stepZoom(-1), 0: () => setZoom(1),
  "?": () => at("help").showModal(),
};

const onKey = event => {
  const action = actions[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (!action || event.ctrlKey || event.altKey || event.metaKey || at("help").open) return;

  // A list of choices has keys of its own, and the space bar presses the button that has the focus.
  const focused = document.activeElement || document.body;
  if (focused.closest("select") || (event.key === " " && focused.closest("button"))) return;
  event.preventDefault();
  action();
};

const showShortcuts = () => {
  for (const [keys, meaning] of words.shortcuts) {
    const term = make("dt");
    keys.forEach((key, index) => term.append(...(index > 0 ? [" "] : []), make("kbd", key)));
    at("shortcuts").append(term, make("dd", meaning));
  }
};

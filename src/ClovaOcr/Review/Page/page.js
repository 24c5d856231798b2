// The card that is looked at, and what ties the parts together.
const show = index => {
  if (current >= 0) rows[current].firstChild.removeAttribute("aria-current");
  current = index;
  at("card").hidden = index < 0;
  if (index < 0) return clearPicture(words.none);

  const card = cards[index];
  const button = rows[index].firstChild;
  button.setAttribute("aria-current", "true");
  rows[index].scrollIntoView({ block: "nearest" });
  at("file").textContent = at("file").title = card.file || "—";
  at("place").textContent = words.place(index + 1, cards.length);
  at("state").textContent = words.states[card.status];
  at("state").className = `badge ${card.status === "Success" ? "good" : "bad"}`;
  const doubt = card.status === "Success" ? words.doubts[card.doubt] : "";
  at("doubt").textContent = doubt || "";
  at("doubt").className = `badge ${toneOf(card)}`;
  at("notes").replaceChildren(...card.notes.map(note => make("li", note)));
  at("notes").classList.toggle("bad", toneOf(card) === "bad");
  at("hash").textContent = card.hash || "—";
  showFields(card);
  showPicture(card, index);
  showTurns();
};

const showTurns = () => {
  const isMarked = isChecked(cards[current]);
  at("check").textContent = isMarked ? words.checked : words.check;
  at("check").setAttribute("aria-pressed", String(isMarked));
  at("previous").disabled = neighbour(current, -1) < 0;
  at("next").disabled = neighbour(current, 1) < 0;
};

const turn = step => {
  const next = neighbour(current, step);
  if (next >= 0) show(next);
};

// Pictures that are the same have one mark.
const mark = isMarked => {
  if (current < 0) return;
  const { key } = cards[current];
  setChecked(cards[current], isMarked);
  cards.forEach((card, index) => card.key === key && markRow(index));
  showTurns();
  showCounts();
};

const checkAndGoOn = () => {
  if (current < 0) return;
  mark(true);
  const next = neighbour(current, 1);
  if (filters.kind === "unchecked") showList();
  if (next >= 0) show(next);
  else if (!isShown(cards[current])) show(neighbour(-1, 1));
};

say();
showStatuses();
showShortcuts();
at("list").append(...rows);
cards.forEach((card, index) => markRow(index));
if (!isKept) document.querySelector("#help p").textContent = words.notKept;
for (const button of document.querySelectorAll("[data-filter]")) button.addEventListener("click", () => setFilter({ kind: button.dataset.filter }));
at("status").addEventListener("change", () => setFilter({ status: at("status").value }));
at("previous").addEventListener("click", () => turn(-1));
at("next").addEventListener("click", () => turn(1));
at("check").addEventListener("click", () => isChecked(cards[current]) ? mark(false) : checkAndGoOn());
at("smaller").addEventListener("click", () => stepZoom(-1));
at("larger").addEventListener("click", () => stepZoom(1));
at("whole").addEventListener("click", () => setZoom(1));
at("save").addEventListener("click", save);
at("keys").addEventListener("click", () => at("help").showModal());
at("close").addEventListener("click", () => at("help").close());
document.addEventListener("keydown", onKey);
showList();
show(neighbour(-1, 1));

// The list of cards beside the one that is looked at.
const rows = cards.map((card, index) => {
  const row = make("li");
  const button = make("button");
  button.type = "button";
  button.append(make("span", "", "mark"), make("span", card.file || "—", "file"));
  if (isDoubtful(card)) button.append(make("span", words.doubts[card.doubt], `badge ${toneOf(card)}`));
  button.append(make("span", nameOf(card), "who"));
  button.addEventListener("click", () => {
    show(index);
    at("card").focus({ preventScroll: true });
  });
  row.append(button);
  return row;
});

const markRow = index => {
  const isMarked = isChecked(cards[index]);
  rows[index].classList.toggle("checked", isMarked);
  rows[index].firstChild.setAttribute("aria-label", [cards[index].file, nameOf(cards[index]), words.doubts[cards[index].doubt],
    isMarked ? words.checked : ""].filter(Boolean).join(", "));
};

const countOf = { all: () => cards.length, doubtful: () => cards.filter(isDoubtful).length, unchecked: () => cards.length - countChecked() };

const showCounts = () => {
  const done = countChecked();
  at("count").textContent = words.count(done, cards.length);
  at("done").style.width = `${cards.length ? 100 * done / cards.length : 0}%`;
  for (const button of document.querySelectorAll("[data-filter]")) button.querySelector("b").textContent = countOf[button.dataset.filter]();
};

const showList = () => {
  let isEmpty = true;
  cards.forEach((card, index) => {
    rows[index].hidden = !isShown(card);
    isEmpty = isEmpty && rows[index].hidden;
  });
  at("empty").hidden = !isEmpty;
  showCounts();
};

const setFilter = change => {
  Object.assign(filters, change);
  for (const button of document.querySelectorAll("[data-filter]")) button.setAttribute("aria-pressed", String(button.dataset.filter === filters.kind));
  showList();
  if (current < 0 || !isShown(cards[current])) show(neighbour(-1, 1));
};

const showStatuses = () => {
  const present = Object.keys(words.states).filter(status => cards.some(card => card.status === status));
  for (const [value, text] of [["", words.anyStatus], ...present.map(status => [status, words.states[status]])]) {
    const option = make("option", text);
    option.value = value;
    at("status").append(option);
  }
};

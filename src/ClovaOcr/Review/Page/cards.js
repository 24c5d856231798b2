// The cards, doubtful ones first, and which of them the filters leave.
const source = at("cards-data");
const pageId = source.dataset.page;
const cards = JSON.parse(source.textContent);
const filters = { kind: "all", status: "" };
let current = -1;

const isDoubtful = card => card.doubt !== undefined;
const isShown = card =>
  (filters.status === "" || card.status === filters.status)
  && (filters.kind === "all" || (filters.kind === "doubtful" ? isDoubtful(card) : !isChecked(card)));

const shownCards = () => cards.map((card, index) => index).filter(index => isShown(cards[index]));

// The nearest card before or behind another that the filters leave; -1 for none.
const neighbour = (index, step) => {
  for (let next = index + step; next >= 0 && next < cards.length; next += step) if (isShown(cards[next])) return next;
  return -1;
};

const nameOf = card => (card.fields.find(field => field.name === "name") || { text: "" }).text;
const toneOf = card => card.doubt === undefined ? "" : card.doubt === "Failed" || card.doubt === "WrongCard" ? "bad" : "warn";

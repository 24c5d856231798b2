// What was read from the card, each text linked with its boxes: who points at one, or moves the focus to it, sees both.
const boxesOf = index => [...at("boxes").children].filter(box => Number(box.dataset.field) === index);

const light = (index, isLit) => {
  const field = cards[current].fields[index];
  const row = at("fields").children[index];
  if (row) row.firstChild.classList.toggle("lit", isLit);
  const shared = field.derived ? cards[current].fields.findIndex(other => other.name === "alienRegNum") : index;
  for (const box of boxesOf(shared)) box.classList.toggle("lit", isLit);
};

const linkToField = (element, index) => {
  element.dataset.field = String(index);
  element.addEventListener("mouseenter", () => light(index, true));
  element.addEventListener("mouseleave", () => light(index, document.activeElement === element));
  element.addEventListener("focus", () => light(index, true));
  element.addEventListener("blur", () => light(index, false));
};

// Makes the picture larger around a text's box, or whole again.
const lookAt = index => {
  const box = boxesOf(index)[0];
  if (!box) return;
  setZoom(zoom > 1 ? 1 : 2);
  if (zoom > 1) box.scrollIntoView({ block: "center", inline: "center" });
};

// A code such as D-8, with its brackets, is not parted at the end of a line; the text that is copied stays as it is.
const code = /(\(?\b[A-H] ?[-\u2010-\u2015] ?\d{1,2}(?: ?[-\u2010-\u2015] ?(?:\d{1,2}|[A-Z]))?\b\)?)/;
const textOf = field => {
  const text = make("span", "", "text");
  text.append(...(field.text || "—").split(code).map((part, index) => index % 2 === 1 ? make("span", part, "code") : part));
  return text;
};

const rowOf = (field, index) => {
  const row = make("li");
  const button = make("button", "", "field");
  button.type = "button";
  const text = textOf(field);
  if (field.derived) text.append(make("small", words.derived));
  button.append(make("span", labelOf(field), "label"), text);
  linkToField(button, index);
  button.addEventListener("click", () => lookAt(index));
  row.append(button);
  return row;
};

const showFields = card => {
  at("fields").replaceChildren(...card.fields.map(rowOf));
  at("nothing").hidden = card.fields.length > 0;
};

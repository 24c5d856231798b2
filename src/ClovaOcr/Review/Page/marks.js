// Which cards are checked, by the hashes of their pictures. A browser keeps them where it keeps anything for a page.
const shelf = `clova-ocr-review:${pageId}`;
const marks = new Set();
let isKept = true;

try {
  for (const key of JSON.parse(localStorage.getItem(shelf) || "[]")) marks.add(String(key));
} catch {
  isKept = false;
}

const isChecked = card => marks.has(card.key);
const countChecked = () => cards.filter(isChecked).length;

const setChecked = (card, checked) => {
  if (checked) marks.add(card.key);
  else marks.delete(card.key);
  try {
    localStorage.setItem(shelf, JSON.stringify([...marks]));
  } catch {
    isKept = false;
  }
};

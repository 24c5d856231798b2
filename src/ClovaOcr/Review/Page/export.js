// The marks as a file: one row a card, to be joined with other tables by ImageHash.
const columns = ["File", "ImageHash", "Status", "Checked"];

// A spreadsheet takes a cell that begins so for a formula, in its wide letters too.
const isFormula = text => /^\s*[=+\-@\t\r\n＝＋－＠]/.test(text);
const cell = text => `"${(isFormula(text) ? `'${text}` : text).replaceAll("\"", "\"\"")}"`;

const table = () => [
  columns,
  ...cards.map(card => [card.file, card.hash || "", card.status, isChecked(card) ? "True" : "False"]),
].map(row => row.map(cell).join(",")).join("\r\n") + "\r\n";

const save = () => {
  // The mark at the beginning tells spreadsheets that it is UTF-8.
  const url = URL.createObjectURL(new Blob(["\ufeff", table()], { type: "text/csv" }));
  const link = make("a");
  link.href = url;
  link.download = `review-${pageId.slice(0, 8)}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
};

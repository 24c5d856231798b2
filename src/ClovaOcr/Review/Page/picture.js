// The picture of the card that is looked at. No other is decoded, and what is no longer looked at is given back.
const svg = "http://www.w3.org/2000/svg";
const zoomSteps = [1, 1.5, 2, 3, 4];
let pictureUrl = "";
let zoom = 1;

const setZoom = next => {
  zoom = next;
  at("sheet").style.setProperty("--zoom", String(zoom));
  at("smaller").disabled = zoom <= zoomSteps[0];
  at("larger").disabled = zoom >= zoomSteps[zoomSteps.length - 1];
};

const stepZoom = step => {
  const place = zoomSteps.indexOf(zoom) + step;
  if (place >= 0 && place < zoomSteps.length) setZoom(zoomSteps[place]);
};

const clearPicture = why => {
  if (pictureUrl) URL.revokeObjectURL(pictureUrl);
  pictureUrl = "";
  at("image").removeAttribute("src");
  at("boxes").replaceChildren();
  at("stage").hidden = at("zooms").hidden = why !== "";
  at("without").hidden = why === "";
  at("without").textContent = why;
};

const reasonOf = card =>
  card.status === "NotRead" ? words.notRead : card.refused ? words.notShown : words.noCopy;

const drawBoxes = card => {
  const boxes = at("boxes");
  boxes.setAttribute("viewBox", `0 0 ${card.width} ${card.height}`);
  card.fields.forEach((field, index) => {
    if (field.derived) return;
    for (const corners of field.boxes) {
      const box = document.createElementNS(svg, "polygon");
      box.setAttribute("points", corners.join(" "));
      box.setAttribute("tabindex", "0");
      box.setAttribute("role", "img");
      box.setAttribute("aria-label", words.box(labelOf(field)));
      linkToField(box, index);
      boxes.append(box);
    }
  });
};

const showPicture = (card, index) => {
  if (card.picture === undefined) return clearPicture(reasonOf(card));
  const data = at(`picture-${card.picture}`);
  if (data === null) {
    // The browser is still reading the page, in which pictures come after the cards.
    clearPicture(words.loading);
    if (document.readyState === "loading") setTimeout(() => index === current && showPicture(card, index), 50);
    else clearPicture(words.broken);
    return;
  }

  clearPicture("");
  const letters = atob(data.textContent);
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < letters.length; i++) bytes[i] = letters.charCodeAt(i);
  pictureUrl = URL.createObjectURL(new Blob([bytes], { type: "image/jpeg" }));
  at("image").src = pictureUrl;
  at("image").alt = `${words.picture}: ${card.file}`;
  at("sheet").style.setProperty("--aspect", String(card.width / card.height));
  setZoom(1);
  drawBoxes(card);
};

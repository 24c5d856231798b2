// What the page says, in the browser's language. Messages of the module and of the service stay as they are.
const language = (navigator.language || "en").toLowerCase().startsWith("ko") ? "ko" : "en";

const words = {
  en: {
    title: "Card review", list: "Cards", filter: "Filter", all: "All", doubtful: "Doubtful", unchecked: "Unchecked", status: "Status",
    anyStatus: "Any status", none: "No card matches this filter.", save: "Export marks (CSV)",
    saveTitle: "Saves which cards are checked, one row a card", keys: "Keyboard shortcuts", close: "Close",
    previous: "Previous card", next: "Next card", check: "Mark as checked", checked: "Checked ✓", notes: "What to look at",
    picture: "Masked copy", fields: "Read from the card", smaller: "Zoom out", larger: "Zoom in", whole: "Fit",
    masked: "masked copy, cut to the card", hash: "Picture", derived: "by the number",
    noCopy: "There is no masked copy of this card, so no picture is shown.",
    notShown: "The masked copy cannot be shown. The reason is above.",
    notRead: "The file was not read, so there is no picture.",
    nothing: "Nothing was read.",
    loading: "The picture is still loading …", broken: "The browser cannot show this picture.",
    kept: "Marks are kept in this browser for this page, by the pictures' hashes. Export them when you are done.",
    notKept: "This browser keeps no marks. Export them before you close the page.",
    count: (done, all) => `${done} of ${all} checked`, place: (number, all) => `${number} of ${all}`,
    box: name => `Box: ${name}`,
    states: { Success: "Read", WrongCardType: "Wrong card", Failure: "No card found", Error: "Service error", NotRead: "Not read" },
    doubts: { Failed: "Failed", WrongCard: "Wrong card", Validation: "Validity", Warning: "Warning", Picture: "No picture" },
    names: {
      alienRegNum: "Registration no.", alienRegNumEtc: "Beside the no.", sex: "Sex", name: "Name", nationality: "Nationality",
      visaType: "Status of stay", issueDate: "Issue date", authority: "Authority", authorityEng: "Authority (English)",
      birthDate: "Birth date", personalNum: "Personal no.", num: "Number", address: "Address", code: "Serial code",
    },
    shortcuts: [
      [["→", "↓", "j"], "Next card"], [["←", "↑", "k"], "Previous card"], [["Space", "c"], "Mark as checked and go on"],
      [["u"], "Take the mark away"], [["+", "−", "0"], "Zoom in, out, fit"], [["Home", "End"], "First, last card"], [["?"], "Show these keys"],
    ],
  },
  ko: {
    title: "외국인등록증 검토", list: "등록증 목록", filter: "필터", all: "전체", doubtful: "확인 필요", unchecked: "미확인", status: "상태",
    anyStatus: "모든 상태", none: "조건에 맞는 등록증이 없습니다.", save: "확인 표시 내보내기(CSV)",
    saveTitle: "등록증마다 한 행씩 확인 여부를 저장합니다", keys: "키보드 단축키", close: "닫기",
    previous: "이전 등록증", next: "다음 등록증", check: "확인함으로 표시", checked: "확인함 ✓", notes: "확인할 사항",
    picture: "마스킹 사본", fields: "판독 결과", smaller: "축소", larger: "확대", whole: "화면에 맞춤",
    masked: "마스킹 사본(등록증 부분)", hash: "이미지 해시", derived: "등록번호 기준",
    noCopy: "이 등록증의 마스킹 사본이 없어 이미지를 표시하지 않습니다.",
    notShown: "마스킹 사본을 표시할 수 없습니다. 사유는 위에 있습니다.",
    notRead: "파일을 판독하지 못해 이미지가 없습니다.",
    nothing: "판독한 내용이 없습니다.",
    loading: "이미지를 불러오는 중입니다…", broken: "이 브라우저에서 이미지를 표시할 수 없습니다.",
    kept: "이 페이지의 확인 표시는 이미지 해시별로 이 브라우저에 보관됩니다. 확인을 마치면 내보내 주세요.",
    notKept: "이 브라우저에는 확인 표시가 보관되지 않습니다. 페이지를 닫기 전에 내보내 주세요.",
    count: (done, all) => `${all}건 중 ${done}건 확인`, place: (number, all) => `${all}건 중 ${number}번째`,
    box: name => `영역: ${name}`,
    states: { Success: "판독 완료", WrongCardType: "다른 신분증", Failure: "등록증 인식 실패", Error: "서비스 오류", NotRead: "판독 안 됨" },
    doubts: { Failed: "판독 실패", WrongCard: "다른 신분증", Validation: "유효성 이상", Warning: "경고", Picture: "이미지 없음" },
    names: {
      alienRegNum: "외국인등록번호", alienRegNumEtc: "번호 옆 표기", sex: "성별", name: "성명", nationality: "국가·지역",
      visaType: "체류자격", issueDate: "발급일자", authority: "발급기관", authorityEng: "발급기관(영문)",
      birthDate: "생년월일", personalNum: "주민등록번호", num: "번호", address: "주소", code: "암호일련번호",
    },
    shortcuts: [
      [["→", "↓", "j"], "다음 등록증"], [["←", "↑", "k"], "이전 등록증"], [["Space", "c"], "확인함으로 표시하고 다음으로"],
      [["u"], "확인 표시 취소"], [["+", "−", "0"], "확대, 축소, 화면에 맞춤"], [["Home", "End"], "처음, 마지막 등록증"], [["?"], "단축키 보기"],
    ],
  },
}[language];

// A field may be called like something that every object has.
const labelOf = field => Object.hasOwn(words.names, field.name) ? words.names[field.name] : field.name;

const at = id => document.getElementById(id);

const make = (name, text = "", kind = "") => {
  const element = document.createElement(name);
  element.textContent = text;
  element.className = kind;
  return element;
};

const say = () => {
  document.documentElement.lang = language;
  document.title = words.title;
  for (const element of document.querySelectorAll("[data-word]")) element.textContent = words[element.dataset.word];
  for (const element of document.querySelectorAll("[data-label]")) element.setAttribute("aria-label", words[element.dataset.label]);
  for (const element of document.querySelectorAll("[data-title]")) element.title = words[element.dataset.title];
};

"use strict";
(() => {
  const said = document.querySelector(".said");

  const opener = document.querySelector("[data-open]");
  opener.hidden = false;
  opener.addEventListener("click", () => {
    const open = opener.textContent.startsWith("Open");
    document.querySelectorAll("main details").forEach((part) => { part.open = open; });
    opener.textContent = open ? "Close all details" : "Open all details";
  });

  const byHand = (clause) => {
    getSelection().selectAllChildren(clause);
    return document.execCommand("copy");
  };
  document.querySelectorAll("[data-copy]").forEach((button) => {
    const clause = button.previousElementSibling;
    button.hidden = false;
    button.addEventListener("click", async () => {
      const done = await navigator.clipboard.writeText(clause.textContent.trim()).then(() => true, () => byHand(clause));
      said.textContent = "";
      said.textContent = done ? "The clause was copied." : "The clause could not be copied.";
      button.firstChild.textContent = done ? "Copied" : "Copy";
      setTimeout(() => { button.firstChild.textContent = "Copy"; }, 2000);
    });
  });
})();

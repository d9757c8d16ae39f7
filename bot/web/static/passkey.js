// Passkeys: the browser makes a key or proves one. Without this file everything else on these pages works.
"use strict";
(() => {
  const place = document.querySelector("[data-khoa]");
  if (!place || !window.PublicKeyCredential || !PublicKeyCredential.parseCreationOptionsFromJSON) return;
  const button = place.querySelector("button");
  const wrong = place.querySelector("[role=alert]");
  const adding = place.dataset.khoa === "them";
  const base = adding ? "/can-bo/toi/khoa" : "/can-bo/dang-nhap/khoa";

  const post = async (path, sent) => {
    const answer = await fetch(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(sent) });
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  };

  const proven = (options) => adding
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });

  button.addEventListener("click", async () => {
    wrong.hidden = true;
    button.disabled = true;
    try {
      const digits = place.querySelector("input");
      const { id, options } = await post(`${base}/bat-dau`, { ma: digits ? digits.value : "" });
      const credential = await proven(options);
      const { to } = await post(base, { id, credential: credential.toJSON(), ve: place.dataset.ve || "" });
      location.assign(to);
    } catch {
      wrong.hidden = false;
      button.disabled = false;
      button.focus();
    }
  });
  place.hidden = false;
})();

// Shows the form for a passkey where the browser has any, asks it for one, and sends what the passkey has signed.
const form = document.getElementById("passkey");
const { PublicKeyCredential } = globalThis;
if (form && PublicKeyCredential?.parseRequestOptionsFromJSON) {
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    if (form.elements.response.value !== "") return;
    event.preventDefault();
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(form.dataset.options));
    try {
      const credential = await navigator.credentials.get({ publicKey });
      form.elements.response.value = JSON.stringify(credential.toJSON());
      form.submit();
    } catch {
      // Its person thought better of it: the form stays as it is.
    }
  });
}

// Shows the form for a passkey where the browser has any, asks it for one, and sends what the passkey has signed.
const form = document.getElementById("passkey");
const { PublicKeyCredential } = globalThis;

async function ask() {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(form.dataset.options));
  const credential = await navigator.credentials.get({ publicKey });
  form.elements.response.value = JSON.stringify(credential.toJSON());
  form.submit();
}

if (form && PublicKeyCredential?.parseRequestOptionsFromJSON) {
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    // Its person may think better of it: the form stays as it is.
    ask().catch(() => undefined);
  });
}

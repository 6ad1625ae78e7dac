// Shows the form for a passkey if the browser supports passkeys, asks the browser for one, and sends what the passkey has signed.
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
    // The person may change their mind; the form then stays as it is.
    ask().catch(() => undefined);
  });
}

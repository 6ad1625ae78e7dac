import { html } from "../html.ts";
import type { Language } from "./language.ts";
import { plural } from "./plural.ts";

const tag = "es";

export const spanish: Language = {
  tag,
  name: "Español",
  direction: "ltr",
  words: {
    languages: "Idioma",
    terms: "Condiciones del servicio",

    homeTitle: "Un mercado para la publicidad",
    homeLead:
      "Los vendedores presentan su inventario en escaparates. Los compradores dicen a quién quieren llegar, compran a muchos vendedores en una sola campaña y consultan lo que se ha servido. Personas y agentes de IA usan la misma API.",
    homeBuyers: "Usted compra publicidad",
    homeBuyersLead: "Encontrar productos a partir de un briefing, planificar una campaña, comprar y medir.",
    homeSellers: "Usted vende publicidad",
    homeSellersLead: "Abrir un escaparate para su inventario e invitar a sus compradores.",
    homeOperators: "Usted gestiona este mercado",
    homeOperatorsLead: "Revisar escaparates y ver qué espera una decisión.",
    homeReference: "Referencia de la API",
    homeSkill: "Skill para agentes de IA",
    homeMcp: "Servidor MCP",
    homeHealth: "Estado del servidor",
    homeIn: "Cómo entrar",
    homeInLead:
      "Los compradores se unen con el enlace que les envía un vendedor. A los demás, quien gestiona este mercado les entrega una clave de API.",
    homeSandbox: "Un entorno de pruebas",
    homeSandboxLead:
      "Los vendedores son simulados, no se mueve dinero y el reloj se puede adelantar. Estas son las claves:",
    homeSandboxElsewhere:
      "Los vendedores son simulados, no se mueve dinero y el reloj se puede adelantar. Las claves están en el archivo sandbox.json, en la carpeta de datos del servidor.",
    homeBuyerKey: "Comprador",
    homeSellerKey: "Vendedor",
    homeOperatorKey: "Gestor",

    joinTitle: (name) => html`Comprar publicidad a ${name}`,
    joinLead: (name) => html`${name} le invita a abrir una cuenta de comprador. Se tarda un minuto.`,
    sponsor: "Quién le invita",
    sponsorIs: (name) => html`${name} patrocina su cuenta y puede suspenderla; las campañas en curso continuarán.`,
    entry: "Cuándo puede empezar",
    entryNow: "Enseguida, en cuanto confirme su dirección de correo.",
    entryReviewed: (name) =>
      html`Cuando ${name} haya aprobado su solicitud. Revisa todas las altas, y le escribimos al terminar.`,
    sees: "Qué ve usted",
    seesOwn: (name) => html`Todo lo que ${name} ofrece a los compradores, y sus propias campañas con sus resultados.`,
    seesNot: "Qué no ve",
    seesNotOthers: "Otros vendedores, otros compradores y el resto del mercado.",
    pays: "Cómo paga",
    paysAhead: "Por adelantado. No hay crédito.",
    paysAheadIn: (currency) => html`Por adelantado, en ${currency}. No hay crédito.`,

    formTitle: "Abra su cuenta",
    company: "Empresa",
    person: "Su nombre",
    email: "Correo electrónico del trabajo",
    emailHint: "Le enviamos un enlace para confirmarlo. Si ya tiene una cuenta, el enlace le da acceso a ella.",
    accept: (terms, version) => html`Acepto las ${terms}, versión ${version}`,
    optional: (label) => html`${label} (opcional)`,
    signUp: "Darse de alta",

    problems: (count) =>
      plural(tag, count, {
        one: html`Hay un dato por corregir`,
        other: html`Hay ${count} datos por corregir`,
      }),
    companyMissing: "Escriba el nombre de su empresa.",
    companyLong: "Acorte el nombre de su empresa.",
    personLong: "Acorte su nombre.",
    emailWrong: "Escriba una dirección de correo, por ejemplo nombre@example.com.",
    acceptMissing: "Marque la casilla si acepta las condiciones. Sin ello no podemos abrir una cuenta.",
    stale:
      "Esta página estuvo abierta demasiado tiempo, o su navegador no admite cookies. No se envió nada y sus datos siguen aquí: envíelos de nuevo.",
    problemIn: (title) => html`Error: ${title}`,

    mailTitle: "Revise su correo",
    mailSent: (address) => html`Hemos enviado un enlace a ${address}. Ábralo para continuar.`,
    mailOnce: "El enlace sirve una sola vez y durante poco tiempo.",
    mailMissing: "¿No ha llegado nada? Mire en el correo no deseado o compruebe la dirección.",
    again: "Empezar de nuevo con otra dirección",

    confirmTitle: "Confirme su dirección de correo",
    confirmLead: (name) => html`Queda un paso para abrir su cuenta con ${name}.`,
    confirm: "Confirmar y continuar",
    signInTitle: "Iniciar sesión",
    signInLead: "Su enlace es válido. Pulse el botón para iniciar sesión.",
    signIn: "Iniciar sesión",
    signedInTitle: "Ha iniciado sesión",
    signedInLead: "Su dirección está confirmada y este navegador tiene la sesión iniciada.",

    askSignInLead: "Escriba su dirección de correo y le enviaremos un enlace para iniciar sesión.",
    askSignIn: "Enviar enlace",
    linkSent: (address) =>
      html`Si ${address} tiene una cuenta aquí, hay un enlace en camino. Sirve una sola vez y por poco tiempo.`,
    sameBrowser: "Ábralo en este navegador y volverá aquí.",
    authorizeTitle: (name) => html`¿Permitir que ${name} actúe por usted?`,
    authorizeLead: (name, organisation, person) =>
      html`${name} pide actuar por ${organisation}. Ha iniciado sesión como ${person}.`,
    authorizeScopes: (name) => html`Lo que ${name} puede hacer`,
    scopeBuyerRead: "Ver sus campañas, compras de medios e informes, y buscar productos",
    scopeBuyerWrite: "Preparar campañas y subir creatividades",
    scopeBuyerApprove: "Gastar su presupuesto: hacer, cambiar y cancelar compras de medios",
    scopeSellerRead: "Ver su escaparate, sus pedidos y sus análisis",
    scopeSellerWrite: "Cambiar su escaparate, sus fuentes y sus reglas",
    scopeSellerApprove: "Decidir por usted: aceptar y rechazar compras, creatividades y compradores",
    scopeOperatorRead: "Ver lo que ocurre en este mercado",
    scopeOperatorWrite: "Publicar y ocultar escaparates, y resolver incidencias pendientes",
    scopeAdmin: "Administrar su organización: personas, claves y ajustes",
    authorizeDestination: (destination) => html`Si lo permite, su navegador continuará a ${destination}.`,
    authorizeWarning:
      "Este mercado no responde por la aplicación. Si no acaba de conectarla usted, no lo permita. Puede poner fin a su acceso en cualquier momento.",
    authorizeAllow: "Permitir",
    authorizeDeny: "No permitir",
    nothingToGrantTitle: (name) => html`${name} no puede actuar por usted`,
    nothingToGrantLead:
      "Pide algo que su organización no hace o que usted mismo no puede hacer. Inicie sesión con otra cuenta o conéctela a la dirección de su lado del mercado.",
    endedRequestTitle: "Esta solicitud ha terminado",
    endedRequestLead:
      "Ya fue respondida, tiene más de una hora o se inició en otro navegador. Vuelva a la aplicación y conéctela de nuevo.",
    providerLead: (address) => html`${address} inicia sesión con el proveedor de su organización.`,
    providerGo: (name) => html`Continuar con ${name}`,
    providerMail: "Enviarme un enlace",
    providerRefusedTitle: "No ha iniciado sesión",
    providerDeclined: "El proveedor de su organización ha rechazado el inicio de sesión.",
    providerFailed:
      "El proveedor de su organización no respondió correctamente o a tiempo, o el inicio de sesión comenzó en otro navegador.",
    providerUnverified:
      "El proveedor de su organización no confirma que su correo esté verificado. Pregunte a quien lo administra.",
    providerForeign:
      "El proveedor de su organización solo permite direcciones de sus propios dominios, y la suya no pertenece a ninguno de ellos.",
    providerStranger:
      "Nadie con su dirección pertenece aquí a una organización. Pida una invitación a un administrador de la suya.",
    providerAgain: "Intentarlo de nuevo",
    passkey: "Entrar con una llave de acceso",
    passkeyWrong: "Esa llave de acceso no se aceptó. Inténtelo de nuevo o pida un enlace.",
    deviceTitle: "Conectar un dispositivo",
    deviceLead: "Escriba el código que muestra el dispositivo.",
    deviceCode: "Código",
    deviceGo: "Continuar",
    deviceWrong: "Ese código es desconocido, ya se usó o es demasiado antiguo. Mire otra vez el dispositivo.",
    deviceConfirm: (name, code) =>
      html`${name} muestra el código ${code}. Siga solo si lo ve en un dispositivo suyo y lo ha empezado usted.`,
    authorizeDevice: "Si lo permite, el dispositivo que mostró el código continuará automáticamente.",
    deviceStop: "Detener",
    deviceDoneTitle: "El dispositivo está conectado",
    deviceDoneLead: "Vuelva a él. Puede cerrar esta página.",
    deviceDeniedTitle: "El dispositivo no está conectado",
    deviceDeniedLead: "Lo ha rechazado y nada ha cambiado. Puede cerrar esta página.",

    foundTitle: "Registrar una organización",
    foundLead: "Su organización compra o vende aquí. Le enviamos un enlace que confirma su dirección.",
    foundSide: "Qué hace su organización",
    sideMissing: "Elija si compra o vende publicidad.",
    emailDisposable:
      "Indique una dirección en la que podamos localizarle más adelante: las direcciones de este proveedor son desechables.",
    foundConfirmLead: "Queda un paso: confirme su dirección y se creará su organización.",
    foundedTitle: "Su organización se ha creado",
    foundedLead: "Su dirección está confirmada y este navegador ha iniciado sesión.",
    foundWaitingTitle: "A la espera de aprobación",
    foundWaitingLead: "Su dirección está confirmada. Quien gestiona este mercado revisará ahora su registro.",
    foundClosedTitle: "El registro está cerrado",
    foundClosedLead:
      "Aquí no se pueden registrar organizaciones. Pregunte a quien gestiona este mercado, o pida a un vendedor su enlace.",

    setUpTitle: "Configurar este mercado",
    setUpLead:
      "Nadie gestiona todavía este mercado. La persona que indique aquí será su primer operador e iniciará sesión por correo a partir de ahora.",
    setUpCompany: "Organización que lo gestiona",
    setUpAs: (address) => html`Su primer operador es ${address}, según la configuración del servidor.`,
    setUp: "Empezar",
    setUpOverTitle: "No hay nada que configurar",
    setUpOverLead:
      "Este mercado ya tiene un operador, o el enlace es demasiado antiguo. Mientras no tenga ninguno, cada arranque del servidor muestra un enlace nuevo.",
    openConsole: "Abrir la consola",

    waitingTitle: (name) => html`A la espera de ${name}`,
    waitingLead: (name) => html`Su dirección está confirmada. ${name} revisa ahora su alta.`,
    waitingNext: "Le escribimos en cuanto pueda empezar. No tiene que hacer nada más.",

    inTitle: "Ya está dentro",
    inLead: (name) => html`Su cuenta con ${name} está abierta.`,
    key: "Su clave de API",
    keyOnce:
      "Cópiela ahora y guárdela en lugar seguro. Solo se muestra esta vez, y quien la tenga puede actuar en su nombre.",
    keyBefore: "Las claves que ya tiene siguen siendo válidas.",
    agent: "Para su agente de IA",
    agentHint: "Conecte su agente a esta dirección por MCP, con la clave como token «bearer».",
    request: "Una primera petición",
    requestHint: "Muestra los escaparates en los que su cuenta puede comprar.",

    suspendedTitle: "Su cuenta está suspendida",
    suspendedLead: (name) =>
      html`${name} la ha suspendido. Las campañas en curso continúan. Para volver a comprar, diríjase a ${name}.`,

    expiredTitle: "Este enlace ya no funciona",
    expiredLead:
      "Ya se ha usado o es demasiado antiguo. Para recibir otro, dese de alta de nuevo con la misma dirección.",

    beginTitle: (source, organisation) => html`Conectar ${source} con ${organisation}`,
    beginLead: (provider, organisation) =>
      html`Se le enviará a ${provider}. Si da allí su consentimiento, ${organisation} podrá comprar con su cuenta.`,
    beginWarning:
      "Si no trabaja para esta organización o no ha pedido esto, cierre esta ventana: no se conectará nada.",
    begin: "Continuar",
    consentTitle: (name) => html`${name} está conectado`,
    consentLead: "Hemos recibido su consentimiento y ya puede comprar allí. Puede cerrar esta ventana.",
    noConsentTitle: (name) => html`${name} no está conectado`,
    consentDeclined:
      "No se dio el consentimiento y nada ha cambiado. Si quiere conectar la fuente de todos modos, vuelva a empezar donde estaba antes.",
    consentFailed: (name) =>
      html`${name} no respondió correctamente y nada ha cambiado. Vuelva a empezar dentro de unos minutos, donde estaba antes.`,
    keyLead: (platform, organisation) =>
      html`Pegue una clave de su cuenta en ${platform}. ${organisation} trabajará con ella.`,
    keyLabel: (platform) => html`Clave en ${platform}`,
    keyHint: "Se cifra de inmediato y no se vuelve a mostrar.",
    keySave: "Guardar y comprobar",
    keyMissing: "Pegue una clave.",
    keyRefused: (platform) => html`${platform} no acepta esta clave. Cópiela de nuevo o cree otra allí.`,
    keyUnanswered: (platform) =>
      html`${platform} no respondió. Su clave se ha guardado sin comprobar: envíela otra vez dentro de unos minutos.`,
    keyKept: "Su clave se ha comprobado y se guarda cifrada. Puede cerrar esta ventana.",
    consentSpentTitle: "Este consentimiento ya no sirve",
    consentSpent:
      "Ya se usó, o tiene más de diez minutos. Si su fuente aparece como conectada, todo está bien. Si no, vuelva a empezar donde estaba antes.",

    invalidTitle: "Esta invitación no está abierta",
    invalidLead: "Compruebe que la dirección está bien escrita, o pida una nueva a quien se la envió.",

    notFoundTitle: "No hay ninguna página en esta dirección",
    notFoundLead: "Compruebe que la dirección está bien escrita, o empiece desde la página de inicio.",
    notFoundHome: "Ir a la página de inicio",

    busyTitle: "Demasiados intentos",
    busyLead: (minutes) =>
      plural(tag, minutes, {
        one: html`Inténtelo de nuevo dentro de un minuto.`,
        other: html`Inténtelo de nuevo dentro de ${minutes} minutos.`,
      }),

    brokenTitle: "Algo ha fallado por nuestra parte",
    brokenLead: (id) => html`Inténtelo de nuevo en un momento. Si vuelve a ocurrir, comuníquelo como ${id}.`,

    termsVersion: (version) => html`Versión ${version}`,
    termsNowhere: "El texto no está publicado aquí. Pídalo a quien gestiona este mercado antes de aceptarlo.",
  },
};

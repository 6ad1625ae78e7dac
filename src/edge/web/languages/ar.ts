import { html } from "../html.ts";
import type { Language } from "./language.ts";
import { plural } from "./plural.ts";

const tag = "ar";

export const arabic: Language = {
  tag,
  name: "العربية",
  direction: "rtl",
  words: {
    languages: "اللغة",
    terms: "شروط الخدمة",

    homeTitle: "سوق للإعلانات",
    homeLead:
      "يعرض البائعون مساحاتهم الإعلانية في واجهات عرض. ويحدد المشترون من يريدون الوصول إليه، ويشترون من بائعين كثيرين في حملة واحدة، ويقرؤون ما تم تقديمه. يستخدم الأشخاص ووكلاء الذكاء الاصطناعي واجهة برمجة التطبيقات نفسها.",
    homeBuyers: "أنت تشتري الإعلانات",
    homeBuyersLead: "ابحث عن المنتجات بموجز، وخطط حملة، واشترِ، واقرأ النتائج.",
    homeSellers: "أنت تبيع الإعلانات",
    homeSellersLead: "افتح واجهة عرض لمساحاتك الإعلانية وادعُ مشتريك.",
    homeOperators: "أنت تدير هذه السوق",
    homeOperatorsLead: "راجع واجهات العرض، واطلع على ما ينتظر قرارًا.",
    homeReference: "مرجع واجهة برمجة التطبيقات",
    homeSkill: "مهارة لوكلاء الذكاء الاصطناعي",
    homeMcp: "خادم MCP",
    homeHealth: "حالة الخادم",
    homeIn: "كيف تدخل",
    homeInLead: "ينضم المشترون عبر الرابط الذي يرسله إليهم البائع. أما غيرهم فيحصلون على مفتاح ممن يدير هذه السوق.",
    homeSandbox: "بيئة تجريبية",
    homeSandboxLead: "البائعون فيها محاكاة، ولا تُدفع فيها أموال، ويمكن تقديم ساعتها. هذه مفاتيحها:",
    homeSandboxElsewhere:
      "البائعون فيها محاكاة، ولا تُدفع فيها أموال، ويمكن تقديم ساعتها. مفاتيحها في الملف sandbox.json في مجلد بيانات الخادم.",
    homeBuyerKey: "المشتري",
    homeSellerKey: "البائع",
    homeOperatorKey: "المشغّل",

    joinTitle: (name) => html`شراء الإعلانات من ${name}`,
    joinLead: (name) => html`تدعوك ${name} إلى فتح حساب مشترٍ. لن يستغرق ذلك أكثر من دقيقة.`,
    sponsor: "من يدعوك",
    sponsorIs: (name) => html`ترعى ${name} حسابك، ويمكنها تعليقه. وما هو قيد التنفيذ يستمر.`,
    entry: "متى يمكنك البدء",
    entryNow: "فورًا، بمجرد تأكيد بريدك الإلكتروني.",
    entryReviewed: (name) => html`بعد موافقة ${name}. تُراجَع جميع طلبات التسجيل، ثم نراسلك بالنتيجة.`,
    sees: "ما الذي تراه",
    seesOwn: (name) => html`كل ما تعرضه ${name} للمشترين، وحملاتك أنت مع نتائجها.`,
    seesNot: "ما الذي لا تراه",
    seesNotOthers: "البائعون الآخرون والمشترون الآخرون وبقية السوق.",
    pays: "كيف تدفع",
    paysAhead: "مقدمًا. لا يوجد ائتمان.",
    paysAheadIn: (currency) => html`مقدمًا، بعملة ${currency}. لا يوجد ائتمان.`,

    formTitle: "افتح حسابك",
    company: "الشركة",
    person: "اسمك",
    email: "البريد الإلكتروني في العمل",
    emailHint: "نرسل إليك رابطًا لتأكيده. وإذا كان لديك حساب بالفعل، يسجّل الرابط دخولك إليه.",
    accept: (terms, version) => html`أوافق على ${terms}، الإصدار ${version}`,
    optional: (label) => html`${label} (اختياري)`,
    signUp: "تسجيل",

    problems: (count) =>
      plural(tag, count, {
        one: html`هناك بيان واحد يحتاج إلى تصحيح`,
        two: html`هناك بيانان يحتاجان إلى تصحيح`,
        few: html`هناك ${count} بيانات تحتاج إلى تصحيح`,
        many: html`هناك ${count} بيانًا يحتاج إلى تصحيح`,
        other: html`هناك ${count} بيان يحتاج إلى تصحيح`,
      }),
    companyMissing: "أدخل اسم شركتك.",
    companyLong: "اختصر اسم شركتك.",
    personLong: "اختصر اسمك.",
    emailWrong: "أدخل عنوان بريد إلكتروني صحيحًا.",
    acceptMissing: "ضع علامة في المربع إذا كنت توافق على الشروط. لا يمكننا فتح حساب من دون ذلك.",
    stale:
      "بقيت هذه الصفحة مفتوحة مدة طويلة، أو أن متصفحك لا يحفظ ملفات تعريف الارتباط. لم يُرسل شيء وبياناتك ما زالت هنا: أرسلها مرة أخرى.",
    problemIn: (title) => html`خطأ: ${title}`,

    mailTitle: "تحقق من بريدك",
    mailSent: (address) => html`أرسلنا رابطًا إلى ${address}. افتحه للمتابعة.`,
    mailOnce: "يعمل الرابط مرة واحدة ولمدة قصيرة فقط.",
    mailMissing: "لم يصلك شيء؟ ابحث في مجلد الرسائل غير المرغوب فيها، أو تحقق من العنوان.",
    again: "البدء من جديد بعنوان آخر",

    confirmTitle: "تأكيد بريدك الإلكتروني",
    confirmLead: (name) => html`بقيت خطوة واحدة لفتح حسابك لدى ${name}.`,
    confirm: "تأكيد ومتابعة",
    signInTitle: "تسجيل الدخول",
    signInLead: "رابطك صالح. اضغط الزر لتسجيل الدخول.",
    signIn: "تسجيل الدخول",
    signedInTitle: "تم تسجيل دخولك",
    signedInLead: "تم تأكيد عنوانك، وسُجّل الدخول في هذا المتصفح.",

    askSignInLead: "أدخل عنوان بريدك الإلكتروني وسنرسل إليك رابطًا لتسجيل الدخول.",
    askSignIn: "أرسل الرابط",
    linkSent: (address) => html`إذا كان لدى ${address} حساب هنا فالرابط في الطريق. يعمل مرة واحدة ولمدة قصيرة.`,
    sameBrowser: "افتحه في هذا المتصفح لتعود إلى هنا.",
    authorizeTitle: (name) => html`هل تسمح لـ ${name} بالتصرف نيابة عنك؟`,
    authorizeLead: (name, organisation, person) =>
      html`يطلب ${name} التصرف نيابة عن ${organisation}. أنت مسجل الدخول باسم ${person}.`,
    authorizeScopes: (name) => html`ما يُسمح لـ ${name} بفعله`,
    scopeBuyerRead: "الاطلاع على حملاتك ومشترياتك الإعلانية وتقاريرك والبحث عن المنتجات",
    scopeBuyerWrite: "إعداد الحملات ورفع المواد الإعلانية",
    scopeBuyerApprove: "إنفاق ميزانيتك: شراء الإعلانات وتعديلها وإلغاؤها",
    scopeSellerRead: "الاطلاع على متجرك وطلباتك وتحليلاتك",
    scopeSellerWrite: "تعديل متجرك ومصادره وقواعده",
    scopeSellerApprove: "اتخاذ القرار نيابة عنك: قبول ورفض المشتريات والمواد الإعلانية والمشترين",
    scopeOperatorRead: "الاطلاع على ما يجري في هذه السوق",
    scopeOperatorWrite: "إدراج المتاجر وإخفاؤها وحل ما تعثر",
    scopeAdmin: "إدارة مؤسستك: الأشخاص والمفاتيح والإعدادات",
    authorizeDestination: (destination) => html`إذا سمحت فسينتقل متصفحك إلى ${destination}.`,
    authorizeWarning:
      "لا أحد هنا يضمن هذا التطبيق. إن لم تكن أنت من ربطه للتو فلا تسمح به. يمكنك إنهاء وصوله في أي وقت.",
    authorizeAllow: "السماح",
    authorizeDeny: "عدم السماح",
    nothingToGrantTitle: (name) => html`لا يمكن لـ ${name} التصرف نيابة عنك`,
    nothingToGrantLead:
      "يطلب ما لا تقوم به مؤسستك أو ما لا يحق لك فعله. سجل الدخول بحساب آخر أو اربطه بالعنوان الخاص بجانبك من السوق.",
    endedRequestTitle: "انتهى هذا الطلب",
    endedRequestLead: "أُجيب عنه بالفعل، أو مضى عليه أكثر من ساعة، أو بدأ في متصفح آخر. عد إلى التطبيق واربطه من جديد.",

    foundTitle: "تسجيل مؤسسة",
    foundLead: "تشتري مؤسستك أو تبيع هنا. نرسل إليك رابطًا يؤكد عنوانك.",
    foundSide: "ما تفعله مؤسستك",
    sideMissing: "اختر هل تشتري الإعلانات أم تبيعها.",
    emailDisposable: "أدخل عنوانًا يصل إليك لاحقًا أيضًا: هذا المزوّد يتخلص من الرسائل.",
    foundConfirmLead: "بقيت خطوة واحدة: أكّد عنوانك فتُفتح مؤسستك.",
    foundedTitle: "مؤسستك مفتوحة",
    foundedLead: "تم تأكيد عنوانك، وهذا المتصفح مسجّل الدخول.",
    foundWaitingTitle: "في انتظار الموافقة",
    foundWaitingLead: "تم تأكيد عنوانك. ينظر مدير هذه السوق الآن في تسجيلك.",
    foundClosedTitle: "التسجيل مغلق",
    foundClosedLead: "لا أحد يفتح مؤسسة هنا بنفسه. اسأل مدير هذه السوق، أو اطلب من بائع رابطه.",

    setUpTitle: "إعداد هذه السوق",
    setUpLead: "لا أحد يدير هذه السوق بعد. من تذكره هنا يصبح أول مشغّل لها، ويسجّل دخوله بالبريد من الآن فصاعدًا.",
    setUpCompany: "المؤسسة التي تديرها",
    setUpAs: (address) => html`أول مشغّل لها هو ${address}، كما ضُبط في الخادم.`,
    setUp: "ابدأ",
    setUpOverTitle: "لا شيء لإعداده",
    setUpOverLead: "لهذه السوق مشغّل بالفعل، أو أن الرابط قديم جدًا. ما دامت بلا مشغّل، يطبع كل تشغيل للخادم رابطًا جديدًا.",
    openConsole: "افتح لوحة التحكم",

    waitingTitle: (name) => html`في انتظار ${name}`,
    waitingLead: (name) => html`تم تأكيد عنوانك. تراجع ${name} الآن طلب تسجيلك.`,
    waitingNext: "سنراسلك حالما يمكنك البدء. ليس عليك فعل أي شيء آخر.",

    inTitle: "تم فتح حسابك",
    inLead: (name) => html`حسابك لدى ${name} جاهز.`,
    key: "مفتاح واجهة البرمجة الخاص بك",
    keyOnce: "انسخه الآن واحفظه في مكان آمن. يظهر هذه المرة فقط، ومن يملكه يستطيع التصرف باسمك.",
    keyBefore: "المفاتيح التي لديك من قبل تظل صالحة.",
    agent: "لوكيل الذكاء الاصطناعي",
    agentHint: "صِل وكيلك بهذا العنوان عبر MCP، واجعل المفتاح رمز الدخول (bearer).",
    request: "أول طلب",
    requestHint: "يعرض المتاجر التي يمكن لحسابك الشراء منها.",

    suspendedTitle: "حسابك معلّق",
    suspendedLead: (name) => html`علّقت ${name} حسابك. ما هو قيد التنفيذ يستمر. للشراء من جديد، تواصل مع ${name}.`,

    expiredTitle: "لم يعد هذا الرابط يعمل",
    expiredLead: "سبق استخدامه، أو مضى عليه وقت طويل. للحصول على رابط جديد، سجّل مرة أخرى بالعنوان نفسه.",

    beginTitle: (source, organisation) => html`ربط ${source} مع ${organisation}`,
    beginLead: (provider, organisation) =>
      html`سيتم توجيهك إلى ${provider}. إذا وافقت هناك، يمكن لـ ${organisation} الشراء بحسابك.`,
    beginWarning: "إذا كنت لا تعمل لدى هذه المؤسسة أو لم تطلب ذلك، فأغلق هذه النافذة: لن يتم ربط أي شيء.",
    begin: "متابعة",
    consentTitle: (name) => html`تم ربط ${name}`,
    consentLead: "وصلت موافقتك، ويمكنك الشراء من هناك الآن. يمكنك إغلاق هذه النافذة.",
    noConsentTitle: (name) => html`لم يتم ربط ${name}`,
    consentDeclined: "لم تُمنح الموافقة، ولم يتغير شيء. إذا أردت الربط رغم ذلك، فابدأ من جديد من حيث أتيت.",
    consentFailed: (name) => html`لم يُجب ${name} كما ينبغي، ولم يتغير شيء. ابدأ من جديد بعد بضع دقائق من حيث أتيت.`,
    consentSpentTitle: "انتهت صلاحية هذه الموافقة",
    consentSpent:
      "استُخدمت من قبل، أو مضى عليها أكثر من عشر دقائق. إذا ظهر مصدرك على أنه مرتبط فكل شيء على ما يرام، وإلا فابدأ من جديد من حيث أتيت.",

    invalidTitle: "هذه الدعوة غير متاحة",
    invalidLead: "تحقق من كتابة العنوان، أو اطلب دعوة جديدة ممن أرسلها إليك.",

    busyTitle: "محاولات كثيرة جدًا",
    busyLead: (minutes) =>
      plural(tag, minutes, {
        one: html`يرجى المحاولة مرة أخرى بعد دقيقة.`,
        two: html`يرجى المحاولة مرة أخرى بعد دقيقتين.`,
        few: html`يرجى المحاولة مرة أخرى بعد ${minutes} دقائق.`,
        many: html`يرجى المحاولة مرة أخرى بعد ${minutes} دقيقة.`,
        other: html`يرجى المحاولة مرة أخرى بعد ${minutes} دقيقة.`,
      }),

    brokenTitle: "حدث خطأ لدينا",
    brokenLead: (id) => html`يرجى المحاولة مرة أخرى بعد قليل. إذا تكرر الخطأ، فأبلغ عنه بالرقم ${id}.`,

    termsVersion: (version) => html`الإصدار ${version}`,
    termsNowhere: "النص غير منشور هنا. اطلبه ممن يدير هذه السوق قبل أن توافق عليه.",
  },
};

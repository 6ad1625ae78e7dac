import type { MailWords } from "./words.ts";

export const arabic: MailWords = {
  direction: "rtl",
  greeting: "مرحبًا،",
  letters: {
    verify: {
      subject: (name) => `تأكيد بريدك الإلكتروني لدى ${name}`,
      lead: (name) => `طلبت فتح حساب مشترٍ لدى ${name}. أكّد أن هذا العنوان لك حتى تتابع.`,
      action: "تأكيد العنوان",
    },
    sign_in: {
      subject: (name) => `تسجيل الدخول إلى ${name}`,
      lead: (name) => `استخدم هذا الرابط لتسجيل الدخول إلى ${name}.`,
      action: "تسجيل الدخول",
    },
    attach: {
      subject: (name) => `انضم إلى ${name} بحسابك`,
      lead: (name) => `طلبت الشراء من ${name}. لديك حساب بالفعل: تابع به.`,
      action: "المتابعة بهذا الحساب",
    },
    approved: {
      subject: (name) => `وافقت ${name} على حسابك`,
      lead: (name) => `وافقت ${name} على حسابك. يمكنك الشراء الآن.`,
      action: "فتح الحساب",
    },
    invite: {
      subject: (name) => `دعوة للانضمام إلى ${name}`,
      lead: (name) => `تمت دعوتك للانضمام إلى ${name}. افتح الرابط لقبول الدعوة.`,
      action: "قبول الدعوة",
    },
    sign_up: {
      subject: (name) => `تأكيد بريدك لدى ${name}`,
      lead: (name) => `طلبت إنشاء مؤسسة لدى ${name}. أكّد أن هذا العنوان لك حتى تتابع.`,
      action: "تأكيد العنوان",
    },
    welcome: {
      subject: (name) => `تمت الموافقة على ${name}`,
      lead: (name) => `تمت الموافقة على ${name}. يمكنك البدء الآن.`,
      action: "فتح لوحة التحكم",
    },
    refused: {
      subject: (name) => `رُفض تسجيلك لدى ${name}`,
      lead: (name, reason) => `رُفض تسجيلك لدى ${name} لهذا السبب: ${reason}`,
      action: "التسجيل من جديد",
    },
  },
  once: (life) => `يعمل الرابط مرة واحدة. مدة الصلاحية: ${life}.`,
  unasked: "إذا لم تطلب هذا، فتجاهل هذه الرسالة: لن يحدث شيء من دون الرابط.",
};

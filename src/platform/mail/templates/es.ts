import type { MailWords } from "./words.ts";

export const spanish: MailWords = {
  direction: "ltr",
  greeting: "Hola:",
  letters: {
    verify: {
      subject: (name) => `Confirme su dirección para ${name}`,
      lead: (name) =>
        `Ha solicitado una cuenta de comprador en ${name}. Confirme que esta dirección es suya para continuar.`,
      action: "Confirmar la dirección",
    },
    sign_in: {
      subject: (name) => `Inicie sesión en ${name}`,
      lead: (name) => `Utilice este enlace para iniciar sesión en ${name}.`,
      action: "Iniciar sesión",
    },
    attach: {
      subject: (name) => `Únase a ${name} con su cuenta`,
      lead: (name) => `Ha pedido comprar a ${name}. Ya tiene una cuenta: continúe con ella.`,
      action: "Continuar con esta cuenta",
    },
    approved: {
      subject: (name) => `${name} ha aprobado su cuenta`,
      lead: (name) => `${name} ha aprobado su cuenta. Ya puede comprar.`,
      action: "Abrir la cuenta",
    },
    invite: {
      subject: (name) => `Invitación a ${name}`,
      lead: (name) => `Le han invitado a unirse a ${name}. Abra el enlace para aceptar la invitación.`,
      action: "Aceptar la invitación",
    },
    sign_up: {
      subject: (name) => `Confirme su dirección en ${name}`,
      lead: (name) =>
        `Ha solicitado abrir una organización en ${name}. Confirme que esta dirección es suya para continuar.`,
      action: "Confirmar la dirección",
    },
    welcome: {
      subject: (name) => `${name} ha sido aprobada`,
      lead: (name) => `Su organización ${name} ha sido aprobada. Ya puede empezar.`,
      action: "Abrir la consola",
    },
    refused: {
      subject: (name) => `Su registro en ${name} fue rechazado`,
      lead: (name, reason) => `Su registro en ${name} fue rechazado por este motivo: ${reason}`,
      action: "Registrarse de nuevo",
    },
  },
  once: (life) => `El enlace funciona una sola vez. Validez: ${life}.`,
  unasked: "Si no lo ha pedido usted, ignore este mensaje: sin el enlace no ocurrirá nada.",
};

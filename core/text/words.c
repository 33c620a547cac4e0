/*
 * The words the extractor knows, by class. A word may stand in several groups and then has all their classes.
 * "word=7" gives a value; what it means, the class says (lexicon.h). Only words that a rule asks for belong here.
 */
#include "core/text/lexicon.h"

const struct word_group word_groups[] = {
    {WORD_CARDINAL,
     "zero=0 nought=0 naught=0 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 "
     "twelve=12 thirteen=13 "
     "fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fourty=40 "
     "fifty=50 sixty=60 seventy=70 eighty=80 ninety=90"},
    {WORD_SCALE, "hundred=2 thousand=3 million=6 billion=9 trillion=12 quadrillion=15 lakh=5 lakhs=5 crore=7 crores=7 "
                 "bn=9 mn=6 mln=6 mil=6 bln=9 trn=12 tn=12 tln=12"},
    {WORD_VAGUE, "dozens=-12 scores=-20 hundreds=2 thousands=3 millions=6 billions=9 trillions=12"},
    {WORD_FRACTION,
     "half=2 halves=2 third=3 thirds=3 quarter=4 quarters=4 fourth=4 fourths=4 fifth=5 fifths=5 sixth=6 sixths=6 "
     "seventh=7 sevenths=7 eighth=8 eighths=8 ninth=9 ninths=9 tenth=10 tenths=10 hundredth=100 hundredths=100 "
     "elevenths=11 "
     "twelfths=12 thirteenths=13 fourteenths=14 fifteenths=15 sixteenths=16 seventeenths=17 eighteenths=18 "
     "nineteenths=19 twentieths=20 thirtieths=30 fortieths=40 fiftieths=50 sixtieths=60 seventieths=70 eightieths=80 "
     "ninetieths=90 thousandths=-3 millionths=-6 billionths=-9 trillionths=-12"},
    {WORD_ORDINAL,
     "first=1 second=2 third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9 tenth=10 eleventh=11 twelfth=12 "
     "thirteenth=13 fourteenth=14 fifteenth=15 sixteenth=16 seventeenth=17 eighteenth=18 nineteenth=19 twentieth=20 "
     "thirtieth=30 fortieth=40 fiftieth=50 sixtieth=60 seventieth=70 eightieth=80 ninetieth=90 hundredth=100 "
     "thousandth=-3 millionth=-6 billionth=-9 trillionth=-12"},
    {WORD_MULTIPLE,
     "doubled=200 doubling=200 doubles=200 tripled=300 tripling=300 triples=300 trebled=300 trebling=300 "
     "quadrupled=400 quadrupling=400 quintupled=500 halved=50 halving=50"},

    {WORD_MONTH, "january=1 february=2 march=3 april=4 may=5 june=6 july=7 august=8 september=9 october=10 november=11 "
                 "december=12"},
    {WORD_MONTH | WORD_ABBREVIATION, "jan=1 feb=2 mar=3 apr=4 jun=6 jul=7 aug=8 sept=9 sep=9 oct=10 nov=11 dec=12"},
    {WORD_WEEKDAY, "monday tuesday wednesday thursday friday saturday sunday"},

    {WORD_DETERMINER, "a an the this that these those each every some any no another all both either neither such what "
                      "which whose much many few several more most less fewer fewest enough"},
    {WORD_DETERMINER, "his her its their our my your"},
    {WORD_PREPOSITION,
     "of in on at by for with from to into onto over under between among amongst about against during before after "
     "since until till through throughout across along around behind beyond above below near off out up down within "
     "without upon toward towards despite per via than as like unlike including excluding following amid besides "
     "regarding versus vs outside inside compared due plus minus worth"},
    {WORD_CONJUNCTION, "and or but nor yet & plus"},
    {WORD_SUBORDINATOR,
     "that which who whom whose when where while whilst whereas because if unless although though since as "
     "whether until before after so how why once what"},
    {WORD_PRONOUN, "i you he she it we they me him them us himself herself itself themselves ourselves myself yourself "
                   "who whom this that these those there everyone everybody someone somebody anyone nobody nothing "
                   "something everything mine yours theirs"},
    {WORD_PERSONAL, "he she"},
    {WORD_AUXILIARY,
     "is are was were be been being am has have had having do does did will would can could may might "
     "shall should ought must cannot can't won't don't doesn't didn't isn't aren't wasn't weren't hasn't "
     "haven't hadn't wouldn't couldn't shouldn't 's 're 've 'll 'd"},
    {WORD_NEGATION, "not never no cannot can't won't don't doesn't didn't isn't aren't wasn't weren't hasn't haven't "
                    "hadn't wouldn't couldn't shouldn't n't without denied denies deny"},
    {WORD_ADVERB,
     "now also only just still already here there then ago later earlier again ever never often soon together "
     "respectively annually yearly monthly weekly daily quarterly worldwide overall combined each apiece nationwide "
     "online alone somewhere today yesterday tomorrow tonight once twice very quite rather too even almost nearly "
     "about roughly "
     "approximately around exactly precisely perhaps maybe probably further away back forward apart altogether "
     "ahead above below abroad overseas elsewhere instead anyway anymore total left long old high wide deep tall "
     "thick per not however meanwhile moreover therefore thus hence indeed well far enough else straight "
     "currently recently previously initially finally eventually originally typically usually mostly largely mainly "
     "directly globally locally nationally internationally aboard afterwards thereafter onwards "
     "therefor thereon thereof thereto therefrom therein thereunder thereby hereof herein hereto herewith hereby"},

    /* Finite forms and participles that end a counted noun or carry a clause. Forms in -ed are known by their ending. */
    {WORD_VERB,
     "is are was were be been being has have had do does did go goes went gone come comes came get gets got gotten "
     "give gives gave given take takes took taken make makes made see sees saw seen know knows knew known think thinks "
     "thought find finds found keep keeps kept let lets begin begins began begun seem seems help helps leave leaves "
     "left "
     "put puts run runs ran bring brings brought hold holds held write writes wrote written stand stands stood sit "
     "sits "
     "sat lose loses lost pay pays paid meet meets met set sets lead leads led understand understood follow follows "
     "stop stops create creates speak speaks spoke spoken read reads allow allows add adds spend spends spent spending "
     "grow grows grew grown win wins won buy buys bought sell sells sold send sends sent build builds built stay stays "
     "fall falls fell fallen cut cuts reach reaches kill kills remain remains require requires rise rises rose risen "
     "hit "
     "hits cost costs cover covers contain contains include includes including earn earns mean means meant need needs "
     "want wants use uses live lives lived work works feel feels felt become becomes became show shows showed shown "
     "hear hears heard provide provides serve serves die dies expect expects offer offers appear appears receive "
     "receives lie lies beat beats break breaks broke broken catch caught choose chose chosen deal dealt draw drew "
     "drawn drive drives drove driven eat ate fight fought fly flew flown forecast hang hung hurt lay laid lend lent "
     "light lit overtake overtook ride rode seek sought shake shook shut sink sank sleep slept steal stole stolen "
     "swim swam teach taught tear tore throw threw thrown wake woke wear wore withdraw withdrew account accounts "
     "amount amounts total totals averages equal equals exceed exceeds generate generates represent represents "
     "attend attends employ employs boast boasts produce produces stretch stretches weigh weighs measure measures "
     "sport "
     "sports bet voted vote votes going making taking using having getting giving paying holding leaving "
     "working living representing waiting according causing creating bringing putting sitting coming becoming "
     "aim aims plan plans hope hopes intend intends seeks try tries tried agree agrees decide decides continue "
     "continues "
     "shoot shoots shot extend extends envisage envisages accelerate accelerates pull pulls carry carries launches "
     "operate operates unveil unveils charges enable enables ensure ensures suspend suspends opens closes enters faces "
     "handle handles identify identifies improve improves join joins lack lacks learn learns love loves maintain "
     "maintains occur occurs perform performs predict prevent prevents promote promotes protect protects recover "
     "recovers relate relates rely relies replace replaces settle settles shuts suffer suffers treat treats wait "
     "waits welcome accept accepts achieve achieves approve approves attract attracts bear bears blame borrow borrows "
     "tend tends refuse refuses manage manages prepare prepares threaten threatens hire hires own owns burn "
     "burns"},
    {WORD_SAYING | WORD_VERB,
     "said says say saying told tells tell asked asks ask announced announces announce added adds argued argues argue "
     "claimed claims claim stated states warned warns warn estimated estimates predicted predicts insisted insists "
     "noted "
     "notes explained explains reported reports admitted admits acknowledged concluded concludes declared declares "
     "called calls urged urges promised promises pledged pledges vowed vows suggested suggests testified testifies "
     "confirmed confirms denied denies wrote writes tweeted replied responded recalled stressed emphasised emphasized "
     "complimented demanded demands proposed proposes found finds showed shows revealed reveals calculated expects "
     "expect reckons reckon believes thinks alleged alleges allege contends contended recommended recommends "
     "recommend answered answers estimate"},
    {WORD_UP,
     "rose rise rises risen rising raised raise raises raising increase increases increased increasing grew grow grows "
     "grown growing growth gain gains gained gaining climb climbs climbed climbing jump jumps jumped jumping surge "
     "surges "
     "surged surging soar soars soared soaring up higher upward expand expands expanded expansion boost boosts boosted "
     "advance advanced advances rally rallied rallies rebound rebounded accelerated hike hiked hikes spike spiked "
     "swell swelled uptick upturn improved improvement added adding leapt leaped leap appreciated strengthened warmed"},
    {WORD_DOWN,
     "fell fall falls fallen falling drop drops dropped dropping decline declines declined declining decrease "
     "decreases "
     "decreased decreasing lost lose loses losing cut cuts cutting reduce reduced reduces reducing reduction slid "
     "slide "
     "slides sliding sank sink sinks plunge plunges plunged plunging plummet plummeted plummeting plummets tumble "
     "tumbled "
     "tumbles tumbling slump slumped slumps dip dipped dips shed sheds shrank shrink shrinks shrunk down lower lowered "
     "lowers slip slipped slips slipping downward slashed slash slashes weakened weaker contracted contraction shaved "
     "shaving retreated retreat retreats retreating eased eases depreciated dived dove decelerated downturn trimmed "
     "cooled"},
    {WORD_BETWEEN,
     "by barely a an another further additional extra some as much only just about around roughly nearly almost over "
     "more "
     "than less under approximately sharply slightly steadily modestly marginally strongly rapidly quickly again "
     "up to estimated average of"},

    {WORD_LABEL,
     "article articles section sections chapter part parts clause paragraph title no nos number numbers route highway "
     "interstate motorway junction flight room row seat page pages figure fig table appendix annex exhibit phase level "
     "grade class tier type version volume vol issue book apollo euro model iphone galaxy windows boeing airbus "
     "formula "
     "big act bill resolution rule proposition prop line group team platoon division unit apartment apt suite gate "
     "terminal track channel radio studio area pier platform scene step stage round game week day lot lane "
     "building "
     "block ward district precinct zone sector station bus train tram door box item question schedule protocol "
     "directive regulation order law amendment committee battalion regiment brigade squadron playstation xbox android "
     "ios pixel note category cat ft nikkei hang top"},
    {WORD_HONORIFIC | WORD_ABBREVIATION,
     "mr mrs ms dr prof sen rep gov gen col lt sgt capt rev hon st mx messrs cmdr maj"},
    {WORD_HONORIFIC,
     "president senator secretary minister governor mayor chancellor professor judge justice general "
     "admiral colonel captain chairman chairwoman chair director representative congressman congresswoman "
     "ambassador commissioner prime chief sir lord lady king queen prince princess pope baroness "
     "sheriff councillor spokesman spokeswoman spokesperson treasurer premier analyst economist"},
    {WORD_PLURAL,
     "people persons men women children police staff personnel cattle fishermen policemen firefighters "
     "businessmen spokesmen salesmen workmen feet teeth mice geese sheep fish deer aircraft species crew "
     "media data criteria phenomena alumni troops dice oxen wives lives knives leaves wolves shelves halves "
     "livestock poultry clergy infantry cavalry youth elderly poor unemployed homeless congressmen"
     " servicemen countrymen gentlemen freshmen servicewomen crews staffers headquarters fellow swine"},
    {WORD_SINGULAR,
     "news series gas bus virus campus status census focus bonus crisis basis analysis thesis "
     "emphasis process success access address business congress press mass class loss boss cross glass "
     "grass progress stress illness witness this his its plus is was has does us yes thus always perhaps "
     "less unless across various previous serious famous religious numerous obvious economics politics "
     "physics mathematics athletics christmas texas paris chaos surplus corps lens axis "
     "nexus apparatus consensus genius nervous dangerous tremendous enormous anonymous sports sales "
     "happiness wilderness fitness darkness weakness princess hostess duchess"},
    {WORD_ABBREVIATION,
     "inc corp co ltd llc vs etc eg ie approx est dept univ assn bros jr sr no nos fig vol pp p ed eds al cf ca viz "
     "mt ave blvd rd sq ft in oz lb lbs hr hrs min sec gal mph tel ext art ch calif fla mass mich minn pa tenn va "
     "wash wis conn ariz colo ga ill ind kan ky la md miss mo mont neb nev okla ore ala ark del dak"},
    {WORD_PRICE, "cost costs price prices priced pay pays paid spend spends spent spending worth fine fines fined "
                 "budget budgets earn earns "
                 "earned salary salaries wage wages bill bills fund funds funding grant grants tax taxes sterling "
                 "pence loan loans rent "
                 "buy buys bought sold sell sells fee fees profit loss revenue donated donation award awarded invest "
                 "invested prize "
                 "pension cash"},
    {WORD_WEIGHT, "weigh weighs weighed weight weighing heavy lost lift lifted lifting force torque"},
    {WORD_INDEX,
     "index indexes indices stocks shares dow nasdaq ftse dax nikkei benchmark composite average market markets poll "
     "polls rating approval closed trading"},
    {WORD_BODY,
     "united kingdom states republic union ministry department bank group inc corp co ltd plc llc party university "
     "college council "
     "office national international city county state street agency commission committee association institute "
     "federation "
     "company fund court parliament congress senate house army navy force forces police club league school hospital "
     "museum "
     "airport airlines airways energy defence defense white american british german french chinese russian european "
     "africa "
     "america asia europe north south east west new san los saint lake river mount island islands sea ocean valley"},
    {WORD_PUBLIC,
     "budget budgets gdp tax taxes taxpayer taxpayers spending deficit deficits debt debts unemployment employment "
     "inflation economy economic growth jobs wages wage poverty crime crimes immigration immigrants migrants refugees "
     "defence defense military troops war aid government state federal public national congress parliament senate "
     "minister ministry president governor mayor council nato eu union treasury pension pensions welfare benefits "
     "health healthcare hospital hospitals vaccine vaccines emissions carbon climate energy electricity schools school "
     "education students teachers police prison prisoners voters votes election elections population trade exports "
     "imports tariff tariffs subsidy subsidies revenue revenues appropriation appropriated appropriations allies "
     "minimum target targets pledge deaths killed casualties homes housing homeless income incomes rent rents "
     "interest rate rates mortgage turnout border drug drugs water pollution infrastructure patient patients nurse "
     "nurses "
     "doctor doctors pupil pupils ward wards emergency homicide homicides murder murders burglary burglaries asylum "
     "homelessness evictions benefit strike strikes workers fares railways roads soldiers weapons"},
    {0, NULL},
};

/*
 * Words by how often they are verbs; made by tag_words.sh from WordNet 3.0, not by hand.
 *
 * WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved. Permission to use, copy, modify and
 * distribute this software and database and its documentation for any purpose and without fee or royalty is hereby
 * granted, provided that you agree to comply with the following copyright notice and statements, including the
 * disclaimer, and that the same appear on ALL copies of the software, database and documentation, including
 * modifications that you make for internal use or for distribution.
 *
 * THIS SOFTWARE AND DATABASE IS PROVIDED "AS IS" AND PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES,
 * EXPRESS OR IMPLIED. BY WAY OF EXAMPLE, BUT NOT LIMITATION, PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR
 * WARRANTIES OF MERCHANTABILITY OR FITNESS FOR ANY PARTICULAR PURPOSE OR THAT THE USE OF THE LICENSED SOFTWARE,
 * DATABASE OR DOCUMENTATION WILL NOT INFRINGE ANY THIRD PARTY PATENTS, COPYRIGHTS, TRADEMARKS OR OTHER RIGHTS.
 *
 * The name of Princeton University or Princeton may not be used in advertising or publicity pertaining to
 * distribution of the software and/or database. Title to copyright in this software, database and any associated
 * documentation shall at all times remain with Princeton University and LICENSEE agrees to preserve same.
 */
#include "core/text/lexicon.h"

/* One list a letter, for no literal may be longer than compilers promise to take. */
/* clang-format off */
const struct tag_group tag_groups[] = {
    {TAG_VERB_ONLY,
     "aah abacinate abase abash abate abbreviate abdicate abduce abduct aberrate abet abhor abide abjure ablactate "
     "ablate abnegate abolish abominate abound abrade abrase abreact abridge abrogate abscise abscond absolve absorb "
     "absquatulate abstain abut aby abye accede accelerate accentuate accept acclimate acclimatise acclimatize "
     "accommodate accompany accomplish accost accouter accoutre accredit accrete accrue acculturate accumulate "
     "accurse accuse accustom acerbate acetify acetylate acetylise acetylize achieve achromatise achromatize acidify "
     "acidulate acknowledge acquaint acquiesce acquire acquit activate actualise actualize actuate adapt addle "
     "adduce adhere adjoin adjourn adjudge adjudicate adjure adjust admeasure administer administrate admire admit "
     "admix admonish adolesce adopt adore adorn adsorb adulate adumbrate advect advertise advertize advise aerate "
     "aerify aerosolise aerosolize aestivate affiance affirm afflict afford afforest affranchise agenise agenize "
     "aggrade aggrandise aggrandize aggravate aggress aggrieve aggroup agitate agnise agnize agonise agonize agree "
     "airfreight airt alchemise alchemize alcoholise alcoholize alienate align aline alkalify alkalinise alkalinize "
     "alkalise alkalize allay allege allegorise allegorize alleviate alliterate allocate allot allow allude "
     "alphabetise alphabetize alter altercate aluminise aluminize amass amaze ambulate ameliorate amend amerce "
     "americanise americanize ammoniate ammonify amortise amortize amplify amputate amuse anaesthetise anaesthetize "
     "anagrammatise anagrammatize analogise analogize analyse analyze anastomose anathematise anathematize "
     "anathemise anathemize anatomise anatomize ancylose anele anesthetise anesthetize anglicise anglicize "
     "animadvert animalise animalize animise animize ankylose anneal annihilate annotate announce annoy annul "
     "annunciate anodise anodize anoint antagonise antagonize antecede antedate anthologise anthologize "
     "anthropomorphise anthropomorphize anticipate antiquate antisepticize aphorise aphorize apologise apologize "
     "apostatise apostatize apostrophise apostrophize apotheose apotheosise apotheosize appal appall appear appease "
     "append apperceive appertain applaud apply appoint apportion appose appraise appreciate apprehend apprise "
     "apprize approbate approve arbitrate arborise arborize archaise archaize argue argufy arise aromatise aromatize "
     "arouse arraign arrange arrive arrogate arterialise arterialize ascend ascertain ascribe ask asperse asphyxiate "
     "aspire assail assassinate assemble assert assess asseverate assibilate assign assimilate assoil assonate "
     "assort assuage assume assure astonish astound astringe astrogate atomise atomize atone attach attain attaint "
     "attemper attend attest attitudinise attitudinize attorn attract attune augment aurify auscultate auspicate "
     "authenticate authorise authorize automate automatise automatize autotomise autotomize avenge aver avert "
     "avianise avianize aviate avoid avouch avow avulse await awaken"},
    {TAG_VERB_ONLY,
     "backbite backcross backdate backpedal backscatter backslap backslide backtrack bacterise bacterize badmouth "
     "bake balkanise balkanize ballyrag bamboozle banish baptise baptize barbarise barbarize barde barnstorm "
     "baronetise baronetize barricado basify bask bastardise bastardize bate batfowl bawl beatify beautify becalm "
     "bechance becharm beckon becloud become bedamn bedaub bedaze bedazzle bedeck bedevil bedew bedhop bedight bedim "
     "bedizen bedraggle befall befit befog befool befoul befriend befuddle beg beget begild begrime begrudge beguile "
     "behave behead behold behoove behove bejewel belabor belabour beleaguer belie believe belittle bellylaugh "
     "belong bemire bemoan bemock bemuse benday benefact beneficiate benficiate benight benumb beplaster bequeath "
     "berate bereave beseech beseem beset beshrew besiege besmear besmirch besot bespangle bespatter bespeak "
     "bespeckle bespot besprinkle bestialise bestialize bestir bestow bestrew bestride bethink betide betoken betray "
     "betroth bewail beware bewhisker bewilder bewitch bewray bide bilk biodegrade birdwatch birl birle bisect "
     "bituminise bituminize blab blacken blacklead blanch blandish blaspheme blat bleed blench bless blindside "
     "blither bloviate blub blurt bode bodge bodypaint boggle bollix bollocks bolshevise bolshevize bombilate "
     "bombinate bonderise bonderize bonk bootlick borrow botanise botanize bottlefeed bourgeon bouse bowdlerise "
     "bowdlerize bowse brabble brainwash braise brandmark brattle braze breastfeed breathalyse breathalyze breathe "
     "brecciate brighten bring brisken broaden broider bromate brominate browbeat bruit brutalise brutalize bulldoze "
     "bullyrag bumble burble burgeon burglarise burglarize burgle bury bushwhack busk buttweld butylate"},
    {TAG_VERB_ONLY,
     "cachinnate cackel cadge cajole calcify calcine calculate calibrate calligraph calumniate calve camphorate "
     "canalise canalize cannibalise cannibalize cannulate cannulise cannulize canonise canonize canoodle cantillate "
     "canulate capacitate capitalise capitalize capitulate caponise caponize capsize capsulise capsulize captivate "
     "caracole caramelise caramelize carbonise carbonize carboxylate carburet carburise carburize carjack cark "
     "carnalise carnalize carnify carve caseate castigate catabolise catabolize catalyse catalyze catechise "
     "catechize categorise categorize catenate cater cathect catheterise catheterize catholicise catholicize "
     "cauterise cauterize cavort cede celebrate cense centralise centralize centrifugate cerebrate certify chaffer "
     "channelise channelize characterise characterize chasten chastise cheapen checkrow cheerlead chemisorb cherish "
     "chevvy chevy chickenfight chide childproof chirk chiromance chirr chitter chivvy chivy chlorinate chondrify "
     "choose choreograph chouse christen christianise christianize chronologise chronologize chuff churr cicatrise "
     "cicatrize cinematise cinematize circularise circularize circulate circumambulate circumcise circumfuse "
     "circumnavigate circumscribe circumstantiate circumvallate circumvent circumvolute circumvolve citify civilise "
     "civilize clapperclaw clarify classicise classicize classify claver cleanse cleave clitter clomp clothe cloy "
     "coact coalesce coapt coarsen cocainise cocainize coconspire coddle codify coeducate coerce coexist coggle "
     "cogitate cognise cognize cohabit cohere coiffe coincide coinsure coldcock coldwork collaborate collate "
     "collateralize collectivise collectivize collide colligate collimate collocate collogue collude colly colonise "
     "colonize colorise colorize colourise colourize combust commandeer commemorate commence commend commentate "
     "commercialise commercialize comminate commingle comminute commiserate commit commix commove communalise "
     "communalize communicate communise communize commutate compart compartmentalise compartmentalize compel "
     "compensate compete compile complain complect complexify complicate complot comply comport compose comprehend "
     "comprise compute computerise computerize concatenate conceal concede conceive concenter concentre "
     "conceptualise conceptualize concertise concertize conciliate conclude concoct concretise concretize concur "
     "concuss condemn condense condescend condole condone conduce confabulate confer confess confide configure "
     "confine confirm conflagrate conflate conform confound confront confuse confute congeal congest conglobate "
     "conglobe conglutinate congratulate congregate conjoin conjure conn connect connive connote conquer consider "
     "consign consist consociate consolidate consonate conspire constellate consternate constipate constitute "
     "constitutionalise constitutionalize constrain constrict constringe construe consubstantiate consult consume "
     "contain containerise containerize contaminate contemn contemplate contemporise contemporize contend continue "
     "contort contradict contradistinguish contraindicate contravene contribute contrive controvert contuse "
     "convalesce convect convene conventionalise conventionalize converge convey convince convoke convolve convulse "
     "cooccur cooperate copolymerise copolymerize copulate copyedit copyread coquet coronate corrade correspond "
     "corroborate corrode corrugate coruscate cosign cosponsor cosset counteract counterchallenge counterchange "
     "counterpose counterstrike countervail covet cower cozen cram cranch craunch crave create cremate crenelate "
     "crenellate creolize crepitate criminalise criminalize criminate cringe crispen criticise criticize cronk croon "
     "crossruff crucify crumble crump crumple crystalise crystalize crystallise crystallize culminate cultivate "
     "cumber cumulate curdle curtail customise customize cutinize cybernate"},
    {TAG_VERB_ONLY,
     "dabble dally dampen dandify dandle dangle darken datemark daunt dawdle deaccession deactivate deaden deaerate "
     "deafen deaminate deaminize debar debark debase debilitate debone debouch debrief debug debunk decaffeinate "
     "decalcify decamp decant decapitate decarbonate decarbonise decarbonize decarboxylate decarburise decarburize "
     "deceive decelerate decentralise decentralize decerebrate decertify dechlorinate decide decimalise decimalize "
     "decimate decipher declaim declare declassify declaw declutch decoct decode decoke decollate decolonise "
     "decolonize decolor decolorise decolorize decolour decolourise decolourize decommission decompose decompress "
     "deconcentrate deconsecrate deconstruct decontaminate decontrol decorate decorticate decouple decrepitate "
     "decriminalise decriminalize decry decrypt dedicate dedifferentiate deduce deduct deem deepen deface defalcate "
     "defame defang defat defecate defeminise defeminize defend defenestrate defer defervesce defibrillate "
     "defibrinate define deflagrate deflate deflect deflower defog deforest deform defraud defray defrock defrost "
     "defuse defy degauss deglaze deglycerolise deglycerolize degrade degrease degust dehisce dehorn dehumanise "
     "dehumanize dehumidify dehydrate dehydrogenate deice deify deign deionize deject delete delimit delimitate "
     "deliquesce delist deliver delocalize delouse delude delve demagnetise demagnetize demarcate demasculinise "
     "demasculinize dematerialise dematerialize demean demilitarise demilitarize demineralise demineralize demist "
     "demob demobilise demobilize democratise democratize demodulate demolish demonetise demonetize demonise "
     "demonize demonstrate demoralise demoralize demote demulsify demyelinate demystify demythologise demythologize "
     "denationalise denationalize denaturalise denaturalize denature denazify denigrate denitrify denominate denote "
     "denounce denude deny deodorise deodorize deodourise deoxidise deoxidize deoxygenate depart depend "
     "depersonalise depersonalize depict depilate deplane deplete deplore deploy deplumate deplume depolarise "
     "depolarize depone depopulate deport depose deprave deprecate depreciate depress depressurise depressurize "
     "deprive depute deputise deputize deracinate derail derange derate derecognise derecognize deregulate "
     "derequisition derestrict deride derive derogate desacralize desalinate desalinise desalinize desalt descale "
     "descend describe descry desecrate desegregate desensitise desensitize deserve desex desexualise desexualize "
     "desist desorb despise despoil despond desquamate destabilise destabilize destain destalinise destalinize "
     "destine destress destroy destruct desulfurize desulphurize desynchronise desynchronize detach detain detect "
     "deter deterge deteriorate determine detest dethaw dethrone detick detonate detoxicate detoxify detract detrain "
     "detransitivise detransitivize detribalise detribalize detusk devaluate devalue devastate devein develop "
     "devilise devilize devitalise devitalize devitrify devoice devolve devote devour diabolise diabolize diagnose "
     "diagonalise diagonalize dialyse dialyze diazotize dichotomise dichotomize dicker didder diddle differ "
     "differentiate diffract digitalise digitalize digitise digitize dignify digress dilapidate dilate dillydally "
     "diminish dine dingdong diphthongise diphthongize disable disabuse disaccord disaffect disafforest disagree "
     "disallow disambiguate disappear disappoint disapprove disarm disarrange disarticulate disassemble disassociate "
     "disavow disband disbar disbelieve disbud disburden disburse discase discern discerp disclaim disclose discolor "
     "discolorise discolorize discolour discolourise discombobulate discomfit discommode discompose disconcert "
     "discontinue discountenance discourage discover discuss disembark disembarrass disembody disembowel disembroil "
     "disenable disenchant disencumber disenfranchise disengage disentangle disestablish disfigure disforest "
     "disfranchise disgorge disgruntle disharmonize dishearten dishevel disincarnate disincline disinfect disinfest "
     "disinherit disintegrate disinter disinvest disinvolve disjoin dislocate dislodge dismantle dismember dismiss "
     "disobey disoblige disorganise disorganize disorient disorientate disown disparage dispel dispense disperse "
     "dispirit displace displease displume disport dispose dispossess dispread disprove disqualify disrobe disrupt "
     "diss dissatisfy dissect dissemble disseminate dissertate dissever dissimilate dissimulate dissipate dissociate "
     "dissonate dissuade distend distil distill distinguish distort distract distrain distribute disturb disunify "
     "disunite divagate divaricate diverge diversify divert divest divulge dizen doff dogmatise dogmatize "
     "domesticate domesticise domesticize domiciliate dominate domineer donate doss dote douse download downplay "
     "downsize draggle dramatise dramatize drench dropforge drown drub dulcify dulcorate dumbfound dwell dwindle "
     "dynamise dynamize"},
    {TAG_VERB_ONLY,
     "earn eat eavesdrop ebonise ebonize economise economize edify edit editorialise editorialize educate educe "
     "edulcorate eff efface effectuate effeminise effeminize effervesce effloresce effuse egest egotrip eject elapse "
     "elate electioneer electrify electrocute elegise elegize elevate elicit elide eliminate elocute elope elucidate "
     "elude elute emaciate emanate emancipate embalm embank embark embarrass embattle embed embellish embezzle "
     "embitter emblazon embody embolden emboss embower embrangle embrittle embrocate embroider embroil embrown emend "
     "emerge emigrate emit emote empale empanel empathise empathize emphasise emphasize emplace emplane empower "
     "empurple emulate emulsify enable enact enamor enamour encamp encapsulate encase enchain enchant encipher "
     "encircle enclose enclothe encode encompass encourage encrimson encroach encrust encrypt encumber endanger "
     "endear endorse endow endue endure energise energize enervate enfeeble enfeoff enfold enforce enfranchise "
     "engage engender engild englut engorge engraft engrave engross engulf enhance enjoin enjoy enkindle enlace "
     "enlarge enlighten enlist enliven enmesh ennoble enounce enplane enquire enrage enrapture enrich enrobe enrol "
     "enroll ensconce enshrine enshroud ensile ensky enslave ensnare ensnarl ensue ensure entangle enter entertain "
     "enthral enthrall enthrone enthuse entice entitle entomb entrain entrap entreat entrench entrust entwine "
     "enucleate enumerate enunciate envelop envenom environ envisage envision enwrap epilate epitomise epitomize "
     "equalise equalize equate equilibrate equilibrise equilibrize equip equivocate eradicate erase erode eroticize "
     "err eruct erupt escalate eschew espouse espy establish esterify estivate estrange etch eternalise eternalize "
     "eternise eternize etherealize etherialise etherify etherise etherize etymologise etymologize eulogise eulogize "
     "euphemise euphemize europeanise europeanize evacuate evade evaluate evanesce evangelise evangelize evaporate "
     "eventuate evict evince evoke evolve exacerbate exaggerate exalt examine exasperate excavate exceed excel "
     "except excite exclaim exclude excogitate excommunicate excoriate excrete excruciate exculpate execrate execute "
     "exemplify exenterate exert exfoliate exhale exhilarate exhort exhume exist exonerate exorcise exorcize expand "
     "expatiate expect expectorate expedite expel expend expiate expire explain explicate explode explore exposit "
     "expostulate expound expropriate expunge expurgate exsert exsiccate extemporise extemporize extend extenuate "
     "exteriorise exteriorize exterminate externalise externalize extinguish extirpate extol extort extradite "
     "extrapolate extravasate extricate extrude exuberate exude exult exuviate"},
    {TAG_VERB_ONLY,
     "fabricate facilitate factorise factorize fail falsify familiarise familiarize famish fancify fantasise "
     "fantasize fascinate fasten fatten faze fecundate federalise federalize feign felicitate fellate feminise "
     "feminize fend fertilise fertilize festinate fetishize feudalize fibrillate fictionalise fictionalize filch "
     "filiate finagle finalise finalize finedraw fingerspell fishtail fixate flabbergast flambe flatten flatter flay "
     "fledge flee flense flitter flocculate flog flout fluctuate flummox flump fluoresce fluoridate fluoridise "
     "fluoridize flyfish focalise focalize foist follow foment fondle footle footslog forbid forebode foreclose "
     "foredate foredoom forefend foregather forego foreknow foreordain foresee foreshadow foreshorten foreshow "
     "forestall foreswear foretell forewarn forfend forgather forget forgive forgo formalise formalize formicate "
     "formularise formularize formulate fornicate forsake forswear fortify fossilise fossilize fractionate "
     "fragmentise fragmentize frap fraternise fraternize freeload frenchify freshen fress frighten frivol frizzle "
     "frogmarch fructify frustrate fulfil fulfill fumigate fundraise furbish furcate furl furnish fustigate"},
    {TAG_VERB_ONLY,
     "gainsay gallivant galumph galvanise galvanize garble gasify gawp gazump gelatinise gelatinize geld generalise "
     "generalize generate gentrify genuflect germinate gestate gesticulate ghettoise ghettoize ghostwrite gip gird "
     "glaciate gladden glamorise glamorize glamourise glamourize glean globalise globalize glom glorify glug "
     "gluttonise gluttonize glycerolise glycerolize gnash gnaw goggle goldplate goofproof gormandise gormandize "
     "gourmandize govern gradate granulate gratify gravitate greet grieve groak grok grovel grow gruntle guggle "
     "guttle guzzle gybe gyrate"},
    {TAG_VERB_ONLY,
     "habilitate habituate haemagglutinate hallow hallucinate halve handbuild handcolor handcolour handwash "
     "handwrite hanker happen harass harden hark harken harmonise harmonize harry harshen hasten headbutt "
     "headquarter heal hear hearken hearten hedgehop heighten hemagglutinate hesitate hew hibernate hie higgle "
     "hightail hitchhike hobnob homogenise homogenize homologise homologize hoodwink hopple hornswoggle horrify "
     "horripilate hospitalise hospitalize housebreak houseclean housekeep hover humanise humanize humidify humify "
     "humiliate hunker hurtle hybridise hybridize hydrogenate hydrolise hydrolize hydrolyse hydrolyze hygienise "
     "hygienize hyperbolise hyperbolize hyperextend hyperventilate hyphenate hypnotise hypnotize hypophysectomise "
     "hypophysectomize hypostatise hypostatize hypothecate hypothesise hypothesize"},
    {TAG_VERB_ONLY,
     "idealise idealize ideate identify idolise idolize ignite ignore illegalise illegalize illume illuminate "
     "illumine illustrate imagine imbed imbibe imbrue imbue imitate immaterialise immaterialize immerse immigrate "
     "immingle immix immobilise immobilize immolate immortalise immortalize immunise immunize immure impair impale "
     "impanel impart impeach impede impel impend imperil impersonate impinge implicate implode implore imply "
     "importune impose impound impoverish imprecate impregnate imprison improve improvise improvize impugn impute "
     "inactivate inaugurate incandesce incapacitate incarcerate incarnadine incase incinerate incise incite inclose "
     "include incommode incriminate incrust incubate inculcate inculpate incur indemnify indicate indict indispose "
     "indite individualise individualize individuate indoctrinate indorse induce induct indue indulge industrialise "
     "industrialize indwell infatuate infect infer infest infiltrate inflame inflate inflect inflict inform infract "
     "infringe infuriate infuscate infuse ingeminate ingest ingraft ingrain ingratiate ingurgitate inhabit inhale "
     "inhere inherit inhibit inhume initialise initialize inject injure inmarry innervate innovate inoculate "
     "inosculate inquire inscribe inseminate insinuate insist insolate inspan inspect inspire inspirit inspissate "
     "instal install instantiate instigate instil instill institutionalise institutionalize instruct instrumentate "
     "insufflate insulate insure integrate intend intensify inter interact interbreed intercalate intercede "
     "intercommunicate interconnect interdepend interfere interiorise interiorize interject interlace interlard "
     "interleave interlink interlope intermarry intermingle intermit intermix internalise internalize "
     "internationalise internationalize interpellate interpenetrate interpolate interpose interpret interrelate "
     "interrogate intersect intersperse interstratify intertwine intervene interweave intimidate intonate intone "
     "intoxicate intransitivise intransitivize intrench introduce intromit introspect intrude intrust intubate "
     "intuit intumesce intussuscept inunct inundate inure invade invaginate invalidate inveigh inveigle invent "
     "invert invest investigate invigilate invigorate invoke involve inweave iodinate iodise iodize ionate ionise "
     "ionize iridesce irk irradiate irrigate irritate irrupt islamise islamize isolate isomerise isomerize italicise "
     "italicize itemise itemize iterate itinerate"},
    {TAG_VERB_ONLY,
     "jactitate jampack jaywalk jell jellify jeopardise jeopardize jettison jollify josh jubilate judder junketeer "
     "justify juxtapose"},
    {TAG_VERB_ONLY,
     "keratinise keratinize kibbitz kibitz kibosh kidnap kindle knap knead"},
    {TAG_VERB_ONLY,
     "labialise labialize lade laicise laicize lallygag lambast lambaste languish lapidate lapidify larn larrup "
     "lateralize latinise latinize laud launder lave laze learn legalise legalize legislate legitimatise "
     "legitimatize legitimise legitimize lend lengthen lenify lessen levitate lexicalise lexicalize liaise "
     "liberalise liberalize liberate librate lifehack ligate lighten lignify liken limn linearise linearize linger "
     "lionise lionize lipread liquefy liquidate liquidise liquidize liquify listen literalise literalize litigate "
     "liven loathe localise localize locate locomote logroll loiter loll lollop lollygag loosen lop lose louden lour "
     "lowball lubricate lucubrate luminesce lurk lustrate luxate luxuriate lynch lyophilise lyophilize lysogenize"},
    {TAG_VERB_ONLY,
     "macadamise macadamize macerate machicolate machinate madden magnetise magnetize magnify maim mainline maintain "
     "malinger malnourish maltreat malversate manage manducate manhandle manipulate manoeuver manumit marbleise "
     "marbleize marginalise marginalize marinate marry martyrise martyrize masculinise masculinize masticate "
     "masturbate materialise materialize maturate maunder maximise maximize mechanise mechanize meddle medicate "
     "meditate melanise melanize meliorate melodise melodize memorialise memorialize memorise memorize menstruate "
     "mensurate mercerise mercerize merge mesmerise mesmerize metabolise metabolize metalize metallize metamorphose "
     "metastasise metastasize metricate metricise metricize metrify mewl microcopy micturate migrate militarise "
     "militarize militate mineralize mingle miniate miniaturise miniaturize minify minimise minimize misaddress "
     "misadvise misalign misally misapply misapprehend misappropriate misbehave misbelieve miscalculate miscall "
     "miscarry miscast miscegenate misconceive misconstrue miscreate misdate misdeliver misdemean misdirect misdo "
     "misestimate misfunction misgauge misgive misgovern misguide mishandle misidentify misinform misinterpret "
     "misjudge mislay mislead mismanage mismarry mismate misname misperceive misplace mispronounce misread "
     "misremember misrepresent misspeak misspell misspend misstate mistime mistranslate mistreat misunderstand "
     "mitigate mobilise mobilize modernise modernize modify modulate moil moisten moisturise moisturize molder "
     "molest mollify monetise monetize mongrelise mongrelize monish monologuise monologuize monopolise monopolize "
     "monumentalise monumentalize moralise moralize morph mortify mosey mosh motivate motorise motorize moulder "
     "mourn muckrake mudwrestle multiply mummify mussitate mutate mutilate mystify mythicise mythicize mythologise "
     "mythologize"},
    {TAG_VERB_ONLY,
     "nab namedrop narcotise narcotize narrate nasale nasalise nasalize nationalise nationalize natter naturalise "
     "naturalize nauseate navigate nazify neaten necessitate necrose negate negociate negotiate netmail neutralise "
     "neutralize nictate nictitate niggle nigrify nitpick nitrify nitrogenise nitrogenize nobble nock nominate "
     "nonplus normalise normalize notarise notarize notate notify nourish novate novelise novelize nullify nutate "
     "nutrify nuzzle"},
    {TAG_VERB_ONLY,
     "obey obfuscate objectify objurgate oblige obnubilate observe obsess obsolesce obstipate obstruct obtain "
     "obtrude obtund obturate obviate occidentalise occidentalize occlude occupy occur odorize odourise offend "
     "officialise officialize officiate offload offsaddle ogle omit ooh opacify opalesce opalise opalize operate "
     "opine oppose oppress oppugn opsonize opt optimise optimize orate orchestrate ordain organise organize "
     "orientalise orientalize orientate originate oscillate osculate ossify ostentate ostracise ostracize oust "
     "outbalance outbid outbrave outcall outclass outdistance outdo outdraw outface outfight outflank outfox "
     "outgeneral outgrow outguess outlast outlive outmaneuver outmanoeuvre outmarch outmatch outmode outnumber "
     "outpace outperform outplay outpoint outrange outrank outride outrival outroar outrun outsail outscore outsell "
     "outshine outshout outsmart outsource outspan outstare outstay outstrip outvie outvote outwear outweigh outwit "
     "ovenbake overachieve overact overarch overawe overbalance overbear overboil overcapitalise overcapitalize "
     "overclothe overcloud overcome overcompensate overcook overcrop overcrowd overcultivate overdo overdose "
     "overdramatise overdramatize overdraw overdress overeat overemphasise overemphasize overexert overexploit "
     "overexpose overextend overfatigue overfeed overfill overfly overgeneralise overgeneralize overgorge overgrow "
     "overhear overheat overindulge overjoy overleap overlie overmaster overpay overplay overpopulate overpower "
     "overpraise overprice overproduce overprotect overrate overreach overreact overrefine overrule oversee oversew "
     "overshadow oversimplify oversleep overspecialise overspecialize overspend overspread overstate overstay "
     "overstep overstock overstress overstretch overstuff overtake overtax overtire overtop overtrump overvalue "
     "overweary overwhelm overwinter overwrite ovulate owe oxidate oxidise oxidize oxygenate oxygenise oxygenize "
     "ozonise ozonize"},
    {TAG_VERB_ONLY,
     "pacify paganise paganize paginate palatalise palatalize palliate palpate palpitate palter pamper parallelize "
     "paralyse paralyze parboil parch pare parse partake participate particularise particularize pasteurise "
     "pasteurize patinate patinise patinize patronise patronize pauperise pauperize peculate peddle penalise "
     "penalize penetrate peptise peptize perambulate perceive percuss peregrinate perennate perform perfuse perish "
     "perjure permeate permute perorate perpetrate perpetuate perplex persecute perseverate persevere persist "
     "personalise personalize personate personify perspire persuade pertain perturb peruse pervade pervaporate "
     "pester petrify pettifog philander philosophise philosophize phlebotomise phlebotomize phonate phosphoresce "
     "photosensitise photosensitize pilfer pinkify placate plagiarise plagiarize plasticise plasticize plastinate "
     "platinize platitudinize playact pleach plead please plicate pluralise pluralize poach podcast poetise poetize "
     "polarise polarize polemicise polemicize polemise polemize politicise politicize politick pollenate pollinate "
     "pollute polychromise polychromize polymerise polymerize ponder popularise popularize populate porcelainize "
     "portend portray possess postdate postpone postpose potentiate pour powderise powderize powerwash practise pray "
     "preach preachify prearrange preassemble precede precess preclude preconceive precook predate predecease "
     "predestine predetermine predict predigest predispose preen preexist prefabricate prefer prefigure preform "
     "preheat prehend preisolate prejudge premeditate preoccupy preordain prepare prepay preponderate prepose "
     "prepossess prerecord prescribe preside pressurise pressurize presume presuppose pretermit prettify prevail "
     "prevaricate prevent previse primp prink prioritise prioritize prise privatise privatize proceed proclaim "
     "procrastinate procreate procure profess professionalise professionalize prognosticate prohibit proliferate "
     "prologise prologize prologuize prolong promote promulgate pronate pronk pronounce proofread propagandise "
     "propagandize propagate propel prophesy propitiate propose propound prorate prorogue proscribe prosecute "
     "proselytise proselytize prosper protect protract protrude protuberate prove provide provoke psychoanalyse "
     "psychoanalyze ptyalise ptyalize publicise publicize publish pule pullulate pulsate pulverise pulverize pummel "
     "punctuate punish pupate purify purloin purpurate pursue purvey pussyfoot putrefy"},
    {TAG_VERB_ONLY,
     "qualify quantify quantise quantize quash quell quench quetch quicken quiesce quieten quit"},
    {TAG_VERB_ONLY,
     "radicalize radiolocate ramify randomise randomize rankle ransack rarefy rarify rase rasterize ratify "
     "ratiocinate rationalise rationalize ravish raze reabsorb reacquaint react reactivate readapt readjust readmit "
     "reaffirm realign realine realise realize reallocate reallot reanimate reap reappear reapportion reappraise "
     "rearm rearrange reassail reassemble reassert reassess reassign reassure reattribute reave reawaken rebind "
     "reboot rebuild rebury rebut recalcitrate recalculate recant recapitulate recast recede receive recharge "
     "recidivate reciprocate recite reckon reclaim reclassify recline recode recognise recognize recollect recombine "
     "recommence recommend recommit reconcile recondition reconfirm reconnoiter reconnoitre reconquer reconsecrate "
     "reconsider reconstitute reconstruct reconvene reconvert reconvict recopy recoup recover recreate recriminate "
     "recrudesce rectify recumb recuperate recur recurve recuse recycle redden rede redecorate rededicate redeem "
     "redefine redeploy redeposit redesign redetermine redevelop redirect rediscover redispose redistribute redline "
     "redo redouble redound reduce reduplicate reecho reelect reenact reenforce reestablish reevaluate reexamine "
     "reface refashion refer refinance refine refinish reflate reflect reflectorise reflectorize refloat refocus "
     "reforest reforge reformulate refract refracture refresh refreshen refrigerate refuel refurbish refurnish "
     "refute regain regale regorge regroup regrow regularise regularize regulate regurgitate rehabilitate "
     "reharmonise reharmonize rehear rehearse reheat reheel rehouse reify reignite reimburse reimpose reinforce "
     "reinstall reinstate reinsure reintegrate reinterpret reintroduce reinvent reinvigorate reiterate rejig rejoice "
     "rejoin rejuvenate rekindle relace relate relativise relativize relax relearn relegate relent relieve reline "
     "relinquish relive reload relocate rely relyric remain remarry remediate remember remilitarise remilitarize "
     "remind reminisce remodel remold remonstrate remould remunerate rename rend renegociate renegotiate renew "
     "renormalise renormalize renounce renovate reopen reorganise reorganize reorient reorientate repaint repay "
     "repel repent repercuss rephrase repine replace replant replenish replicate repoint reposit repossess repot "
     "reprehend represent repress reprise reprize reprocess reproduce reprove republish repudiate repugn require "
     "requite reread rescale reschedule rescind reseal reseat resect reseed resell resemble resent resettle resew "
     "reshape reship reshoot reside resift resign resile resinate resist resize resmudge resole resonate resorb "
     "resound respire resplend respond restart restate restitute restock restore restrain restrengthen restrict "
     "restructure resublime resubmit resurface resurge resurrect resuscitate resuspend ret retain retaliate retell "
     "retick retie retire retool retouch retrace retract retrain retranslate retransmit retrench retrieve retrogress "
     "retrovert retry reunify reunite reuse revalue revamp reveal reverberate revert revet revile revisit revitalise "
     "revitalize revive revivify revolutionise revolutionize revolve rewire reword rework rhapsodise rhapsodize rid "
     "rigidify rile ripen ritualise ritualize rive roam rob roil roister roleplay rollick romanise romanize "
     "romanticise romanticize rootle rotate roughen roughhouse rouse rove rubberise rubberize rubberstamp rubify "
     "rubricate ruckle ruggedise ruggedize ruminate rumple rusticate"},
    {TAG_VERB_ONLY,
     "saccharify sadden salinate salivate saltate sanctify sanitate sanitise sanitize saponify sate satirise "
     "satirize satisfice satisfise satisfy saturate scandalise scandalize scarify scarper scavenge scend schematise "
     "schematize schnorr schuss scintillate scissor scoot scram scranch scraunch screak scrimp scrimshank scrounge "
     "scrutinise scrutinize scry sculpt secede secern secernate seclude secrete sectionalise sectionalize secularise "
     "secularize seduce seel seem seep seethe seize send senesce sensibilise sensibilize sensify sensitise sensitize "
     "sensualise sensualize sentimentalise sentimentalize sentimentise sentimentize sequester sequestrate serialise "
     "serialize sermonise sermonize sever severalise severalize sew sexualise sexualize shadowbox shamanise "
     "shamanize sharpen sharpshoot shatter sheathe shellack shelve shew shirk shirr shmoose shnorr shoo shoplift "
     "shorten shrinkwrap shrive shrivel shun shush sibilate sic sicken sidle sift sightread sightsee sightsing "
     "signalise signalize signify silverplate simonise simonize simplify simulate sing singularise singularize "
     "sinter siss sit situate sizz skimcoat skimp skitter skive skreak skreigh skulk skydive skyjack slabber slacken "
     "slake slather slay sleepwalk slenderise slenderize slink slither slog slosh slue slurp smatter smite smoothen "
     "smuggle smutch snarf snog socialise socialize sodomise sodomize soften solarise solarize solemnise solemnize "
     "solicit solidify soliloquise soliloquize solmizate solve somnambulate soothe sorcerise sorcerize sough "
     "sovietise sovietize spacewalk spang spay speak specialise specialize speciate specify spectate speculate "
     "speechify spellbind spelunk spend spew sphacelate spiritise spiritize spiritualise spiritualize splosh "
     "spondaise spondaize spoonfeed sporulate spotweld spreadeagle spue spurn squander stabilise stabilize stagnate "
     "stalinise stalinize stanch standardise standardize stargaze starve steamroll steepen sterilise sterilize stet "
     "stickle stiffen stigmatise stigmatize stimulate stipple stipulate stoke stonewall stonewash stow straighten "
     "straiten strangle strangulate stratify streamline streetwalk strengthen strew stridulate strive stultify stun "
     "stupefy stylise stylize subdivide subdue subedit subjoin subjugate subluxate submerge submerse submit suborn "
     "subrogate subscribe subserve subside subsidise subsidize subsist substantiate subsume subtend subtilise "
     "subtilize subtract suburbanise suburbanize subvent subvert subvocalise subvocalize succeed succumb succuss "
     "suckle sudate suffer suffice suffocate suffuse sugarcoat suggest sulfurette sulphurette summarise summarize "
     "summate summerise summerize summon sunbathe sunder superannuate supercede supercharge superfetate superimpose "
     "superinfect superintend superpose superscribe supersede supervene supervise supinate supplant supplicate "
     "suppose suppress suppurate surmount surpass surveil survive suspend suspire sustain susurrate swaddle swear "
     "sweeten swelter swinge swosh syllabicate syllabify syllabise syllabize syllogise syllogize symbolise symbolize "
     "symmetrise symmetrize sympathise sympathize symphonise symphonize sync synchronise synchronize syncopate "
     "syncretise syncretize synthesise synthesize systematise systematize systemise systemize"},
    {TAG_VERB_ONLY,
     "tabularise tabularize tabulate tantalise tantalize tapdance tauten teem teethe telecommunicate telefax "
     "telepathise telepathize teleport televise temporise temporize tempt tend tenderise tenderize tergiversate "
     "terminate terrasse terrify territorialise territorialize terrorise terrorize tessellate testify thank "
     "theologise theologize theorise theorize thicken thieve thoriate threaten thresh thrive thrombose thurify "
     "tighten tinct tink tintinnabulate tippytoe titillate titivate titrate tittivate tittup toddle tog tolerate "
     "topdress topicalize topple totalise totalize totter toughen tousle traduce traipse tranquilize tranquillise "
     "tranquillize transact transaminate transcend transcribe transduce transect transfigure transfix transform "
     "transfuse transgress transistorise transistorize transitivise transitivize translate transliterate translocate "
     "transmigrate transmit transmogrify transmute transpirate transpire transship transubstantiate transude "
     "traumatise traumatize tribulate trifurcate trisect trivialise trivialize troat troubleshoot trounce tsk tumefy "
     "tumesce tut tweedle tweeze typecast typeset typewrite typify tyrannise tyrannize"},
    {TAG_VERB_ONLY,
     "uglify ulcerate ululate unarm unbar unbelt unbend unbind unblock unbolt unbosom unbox unbrace unbraid unbridle "
     "unbuckle unburden unbutton uncase unchain unchurch unclasp unclip uncloak unclog unclothe unclutter uncoil "
     "uncompress uncork uncouple uncover uncrate uncross uncurl undeceive underachieve underact underbid "
     "underdevelop underdress underexpose undergird undergo undergrow underlie undermine undernourish underpay "
     "underperform underpin underplay underprice underproduce underquote underrate undersell undershoot undersign "
     "underspend understand understate understock undertake undervalue underwrite undo undock undrape unearth "
     "unfasten unfold unfreeze unfrock unfurl unhallow unhand unharness unhinge unhitch unhook unhorse uniformise "
     "uniformize unify unionise unionize unite unitise unitize universalise universalize unknot unlace unlade unlash "
     "unlax unlearn unleash unlive unload unlock unloose unloosen unmake unman unmask unmuzzle unnerve unpack unpick "
     "unpin unplug unravel unreel unroll unsaddle unsanctify unsay unscramble unscrew unseal unseat unsettle unsex "
     "unsheathe unsnarl unsolder unspell unstaple unstrain unstrap unstring unstuff unsubstantialise "
     "unsubstantialize untangle unteach unthaw untie untune untwine untwist unveil unweave unwind unwire unwrap "
     "unyoke unzip upbraid upchuck upend upheave uphold upholster upload upraise uprise uproot urbanise urbanize "
     "urinate urticate usurp utilise utilize"},
    {TAG_VERB_ONLY,
     "vacate vaccinate vacillate validate valuate vamoose vandalise vandalize vanish vanquish vaporise vaporize "
     "variegate vary vascularise vascularize vasectomise vasectomize vaticinate veer vegetate vellicate vend "
     "venerate venesect ventilate verbalise verbalize verbify verify versify vesicate vesiculate vex vibrate "
     "victimise victimize vie vilify vilipend vindicate vinify violate virilise virilize visualise visualize "
     "vitalise vitalize vitaminise vitaminize vitiate vitrify vituperate vivify vivisect vocalise vocalize "
     "vociferate volatilise volatilize vouch vouchsafe vowelise vowelize vulcanise vulcanize vulgarise vulgarize"},
    {TAG_VERB_ONLY,
     "waive waken wamble wander warn waul wawl waylay weaken wean weaponize wedel weep weigh welch wend westernise "
     "westernize wham whap wheedle whelm whet whish whistlestop whiten whomp whop widen wield wigwag windsurf "
     "winterise winterize withdraw wither withhold withstand wive womanise womanize woo woolgather woosh worsen "
     "wrawl wreak wreathe wrest write writhe"},
    {TAG_VERB_ONLY,
     "yammer yaup yawp yearn"},
    {TAG_VERB_MOSTLY,
     "abandon abuse acclaim accord ache add advocate affect affix agglomerate alight amble arrest articulate assist "
     "associate attribute audition augur"},
    {TAG_VERB_MOSTLY,
     "babble backstitch badger baffle balk ban bandy barbecue baste bathe be bear beat begin bellow bend bet bevel "
     "bicker bid billow bind birdie bite blame blend blink blister blubber blush boast bob boil bolster boo boom "
     "boomerang bore bother bounce boycott brace brag brandish break broil buck budge buffet build bullshit bump "
     "burn burnish burst bust butcher butt buy buzz bypass"},
    {TAG_VERB_MOSTLY,
     "cackle call camouflage can cancel canvass caper capture care careen caricature carry cascade catapult catch "
     "caucus cause caw cease centrifuge chafe chaff chandelle chant chat cheat chew chirp choke chop chortle "
     "chronicle chuckle chug churn cite citrate clamber clamp clang clank clasp clench click climb clinch cling "
     "clink clobber clog clutch coagulate coax cock collect combine come commute compare compress concentrate "
     "conduct confiscate conscript conserve console consort construct consummate converse convert convict cook "
     "coordinate cope correlate cough count cover crane crawl creak crease creep crisscross croak crochet cross "
     "crouch cruise crush cuddle curl curse cut"},
    {TAG_VERB_MOSTLY,
     "dab dare darn dart dash daydream dazzle deal decrease degas degenerate delay delegate demur dent deposit "
     "designate despatch deviate devise dial dictate die diffuse dig digest dilute dip discard disconnect discount "
     "discriminate dishonour dismount display dissolve distrust divide do docket dodge don doom dovetail downgrade "
     "doze drag drain drape draw dread dribble drift drill drip drive droop drop drowse dub duck dump dunk dupe "
     "duplicate dwarf dye"},
    {TAG_VERB_MOSTLY,
     "ease ebb eddy ejaculate elect elongate emasculate embrace employ entail envy escape excise exhaust exhibit "
     "exile exploit export expose express extract"},
    {TAG_VERB_MOSTLY,
     "fade fall falter fathom feel feint fell ferry fetch fete fidget fight file fill finance find finish fix fizzle "
     "flake flaunt flex flicker flinch fling flip flirt flit float flop flounce flounder flourish flub fluster fly "
     "forecast forge foster found fracture freeze fret frown fry fulminate fumble fume fuse fuss"},
    {TAG_VERB_MOSTLY,
     "gabble gain gallop gamble gape garland garner gash gather gawk gaze gear get geyser giggle gild give glaze "
     "glide glint glisten gloat glower glue glut go gobble goof gore gorge gouge grab grapple grasp graze grimace "
     "grin grind groan grope growl grumble grunt guarantee guess guide gull gulp gush"},
    {TAG_VERB_MOSTLY,
     "haggle halt handle hang harangue harrow hatch hate haul haunt have heave heed heft heist help hibachi hide "
     "highlight hijack hinder hint hire hiss hit hitch hobble hock hog hoist hold holler hook hoot hop huddle hug "
     "hum hunt hurl hurry hush hustle"},
    {TAG_VERB_MOSTLY,
     "implant implement impress incline incorporate initiate inlay insert institute intercept interlock interrupt "
     "invite itch"},
    {TAG_VERB_MOSTLY,
     "jabber jangle jeer jerk jig jilt jimmy jingle jive jog joggle join jostle jump"},
    {TAG_VERB_MOSTLY,
     "keep kick kill kneel knit knock know"},
    {TAG_VERB_MOSTLY,
     "lace lacerate lag lam lament laminate lampoon lash latch laugh launch lay lead lean leap leave leer let levy "
     "lick lie lift like live lob lodge look loom lope lounge lug lunge lurch lure"},
    {TAG_VERB_MOSTLY,
     "madrigal make manifest mar mark marvel mash masquerade massacre mastermind match matriculate mean meander "
     "measure mediate meet melt mend mention mew mince misfire misquote miss mistrust miter mix moan monitor moo mop "
     "mottle mould mount move mow muck muffle mull mumble munch murmur muse muster mutter"},
    {TAG_VERB_MOSTLY,
     "nag neglect nestle nettle nip nod notch notice nucleate nudge nurture"},
    {TAG_VERB_MOSTLY,
     "obliterate offer offset orient overburden overdrive overestimate overhaul overlap overlay overlook override "
     "overrun overshoot overstrain overthrow overturn overwork"},
    {TAG_VERB_MOSTLY,
     "pack paddle paint pall pant pardon parlay parry pass pat pay peck peek peel peep peer pelt pepper perch permit "
     "pick pierce pillory pin pinch ping piss pivot plague plat play pledge plod plow pluck plumb plummet plunge "
     "plunk ply poke pommel pooch pop pose postulate pounce prance prattle precipitate precondition predominate "
     "preempt presage preserve press pretend prick print probe prod produce proffer prompt prowl pry pucker puff "
     "pull punch puncture punt purge purl purport push put putt puzzle pyramid"},
    {TAG_VERB_MOSTLY,
     "quadruple quail quarrel query quickstep quip quiver quote"},
    {TAG_VERB_MOSTLY,
     "radiate raise rake ram ramble rap rape reach read rebound rebuff rebuke recall recapture recess recoil recount "
     "recruit reek refill refuse regard register rehash reign reject remake remand remit remount remove render "
     "reorder repeal repeat reprimand repulse rerun rescue reset resolve resort resume retard retch rethink retort "
     "retreat return rev revel revere reverence reverse review revise rewrite ricochet riddle ride riffle ring rinse "
     "rip rise rivet roast roll roost rout rub ruffle rummage run rupture rust rustle"},
    {TAG_VERB_MOSTLY,
     "sag sail salute salvage sap sashay satiate saute save savor savvy saw say scab scamper scan scare scatter "
     "scoff scold scorch scour scowl scramble scrape scratch scrawl scream screech screw scribble scribe scrub scud "
     "scuff scurry scuttle sear secure see seek segregate select sell serve settle shake shamble shave shed shimmy "
     "shine shiver shoot shout shove show shrink shroud shrug shudder shuffle shuttle sidestep sigh simmer singe "
     "sink sip sire sizzle skedaddle skid skim skip skylark slam slap slash slaver slide slime sling slip slop slump "
     "smack smash smear smirk smolder smother snag snap snarl snatch sneak snicker sniff snigger snoop snore snort "
     "snub snuggle soak soar solder sorb sour souse sow spare spear spearhead spill spin spit splash splice spoil "
     "sponsor spout sprain sprawl spread sprinkle sprint sprout sputter squall squash squawk squeak squeeze squelch "
     "squint squirm squirt stab stagger stalk stammer stand stare start startle stay steal steam steer stifle stink "
     "stir stomp stoop stop straddle strafe straggle stretch strike stroll strop strum stud stumble stutter sub "
     "subcontract subpoena subtitle suck sue sulk sulphur sup surfeit surmise surrender surround suspect swab "
     "swagger swallow swap swarm swathe sway sweep swerve swim swindle swing swipe swirl swish swivel swoon swoop"},
    {TAG_VERB_MOSTLY,
     "tack tackle tailor take talk tamper tap taper tarnish tarry tat teach tear tease teeter telescope tell tether "
     "think thrash throb throw thrust thump thwart tilt tinge tingle tinker tiptoe titter toil torture toss touch "
     "tramp trample transplant transpose travel traverse tread treat tremble trespass trickle trim trot trudge "
     "trundle try tuck tug tumble turn twiddle twine twinkle twirl twist twitch"},
    {TAG_VERB_MOSTLY,
     "underestimate underline underscore undress undulate update upgrade uplift urge use usher"},
    {TAG_VERB_MOSTLY,
     "visit vomit vow"},
    {TAG_VERB_MOSTLY,
     "wad wade waft wag waggle wail wait walk wallop wallow wane wangle want warble warp warrant watch waver wear "
     "weatherstrip weave wed welcome weld whack whimper whine whinny whip whirl whisk whisper whistle whoop wiggle "
     "wilt win wince wink winnow wipe wisecrack wish wobble wonder worry wrap wreck wrench wrestle wriggle wring"},
    {TAG_VERB_MOSTLY,
     "yap yawn yelp yield"},
    {TAG_VERB_MOSTLY,
     "zigzag zip zoom"},
    {TAG_VERB_OFTEN,
     "abstract accent act address advance affront aid aim alarm alert alternate ambush anchor animate answer appeal "
     "approach appropriate approximate arch assault assay assent attack attempt audit avail average awake award awe"},
    {TAG_VERB_OFTEN,
     "back bait balance bang bankrupt banter bar bargain barge barricade base bat batter beam belch benefit blare "
     "blast blaze bleach bleat blight block bloom blossom blow blunder blunt blur bluster bog bogey bolt bomb boost "
     "border bound bow braid breach breed bribe bridge bristle broadcast brood brook bruise brush bubble buckle bud "
     "budget buff buffer bug bulge bulk bulletin bum bunch bundle bunker burrow bustle"},
    {TAG_VERB_OFTEN,
     "cable calm campaign canter cap caress cash cast catalogue caution cement challenge change charge charm chart "
     "charter chase chatter check chill chip chuck cipher circle claim clamor clap clash clatter claw clean clear "
     "climax clip close clot cluck cluster coil coin collapse comb combat comfort command comment commune complete "
     "compliment compound compromise con concern conjecture consent contact contest contract contrast control cool "
     "copy corral correct corrupt cost counsel counter counterattack counterbalance counterpoint couple crack "
     "crackle cradle crash credit cripple crow crowd crown crunch cry cube curb cure cushion cuss"},
    {TAG_VERB_OFTEN,
     "dam damage damn dance debate debut decay decline decree default defeat delight demand desert design desire "
     "direct discharge discipline discredit disdain disgrace disguise disgust dishonor dislike dispatch dispute "
     "disregard dissent dive divorce dock document dot double doubt down draft drawl dream dress drink drum dry "
     "dynamite"},
    {TAG_VERB_OFTEN,
     "echo eclipse elaborate empty enamel encounter end endeavor equal erect escort esteem estimate exchange excuse "
     "exempt exercise experience experiment"},
    {TAG_VERB_OFTEN,
     "face fan fancy fare fashion favor fear feast feature feed filter fire fistfight fit flail flank flap flare "
     "flash flick flock flood flow flurry flush flutter focus foil fold force forfeit form forward foul frame free "
     "frolic frost fuel fullback funnel furlough furrow further"},
    {TAG_VERB_OFTEN,
     "garrison gasp gauge ghost glance glare gleam glimpse glitter glow goad graduate grant grease grill grip groom "
     "guard"},
    {TAG_VERB_OFTEN,
     "hack hail hammer hamper handicap harbor harm harness harp harvest hawk hazard head headline heap heat hedge "
     "herald herd hike honeymoon honor honour hope howl huckster hulk humble hunch hurdle hurt"},
    {TAG_VERB_OFTEN,
     "idle import imprint incarnate increase index influence insult interview intimate intrigue issue"},
    {TAG_VERB_OFTEN,
     "jab jail jam jar jaw jest jet jockey joke jolt judge jumble junk"},
    {TAG_VERB_OFTEN,
     "keynote kiss knot"},
    {TAG_VERB_OFTEN,
     "label lack land lap lapse lather lavish layer leak lease lecture license limit limp link list litter load loaf "
     "lock log loop loot love lower lull lump"},
    {TAG_VERB_OFTEN,
     "mail mandate maneuver manufacture map march maroon marshal mask massage master mate matter mature menace "
     "merchandise merit mesh mill minister mirror mistake misuse mock mold mortar"},
    {TAG_VERB_OFTEN,
     "nail name narrow near need nest nickname note nurse"},
    {TAG_VERB_OFTEN,
     "object obscure open order ornament outlaw outline outrage overflow overload"},
    {TAG_VERB_OFTEN,
     "pace package pad padlock palm pan panel panic pantomime parade parallel paraphrase parcel park parody parrot "
     "paste patch patrol pause paw pen perfect pet petition phone photograph phrase picket picnic pile pinpoint "
     "pioneer pitch pity place plan plank plaster plot plunder point poise poison polish poll pool pore post pound "
     "practice praise preface present profit progress project promise prop prostrate protest pulse pump purchase "
     "purse"},
    {TAG_VERB_OFTEN,
     "quake question quirk"},
    {TAG_VERB_OFTEN,
     "race rack rage raid rail rain rally range rattle rear rebel record redress reel reform refrain regret reissue "
     "relay release relish remark remedy rent repair reply report repose reprint reproach reprobate repute request "
     "requisition reserve respect rest result retail reward rhyme ridicule rig rim ripple risk rival roar robe rock "
     "romp rot ruin rule rumble rush"},
    {TAG_VERB_OFTEN,
     "sack sacrifice saddle safeguard sanction schedule score scorn scout scrap screen scrimmage seal search seat "
     "sense separate serenade set shade shape share shepherd shield shift shock shop shovel shower shred shriek "
     "shrill shut sign signal silhouette sin singsong sketch skirmish skirt slant slate slaughter sleep slice slit "
     "slot slow slug sluice slumber smell smile smooth snare sneer snow snowball sob sock solace sound spade span "
     "spark sparkle spatter speed spell spice spiral splinter split sponge spot spotlight spray spring spur spy "
     "square squat squeal stack stage stain stake stall stamp stampede state steady steep stem step stick sting "
     "stitch store storm strain strand strap stray streak stream stress stride string strip stroke struggle strut "
     "study stuff stunt subject substitute suit supplement supply support surge surprise survey swamp swan sweat "
     "swell switch"},
    {TAG_VERB_OFTEN,
     "tag tame taste taunt tax taxi telegraph telephone term test thaw thread thrill throng throttle thud thumb "
     "thunder tick tie tinkle tint tip tire toast toll torment total tour tower trace track trade trail train "
     "transfer transport trap trigger triple trumpet trust tunnel tutor twig"},
    {TAG_VERB_OFTEN,
     "upset utter"},
    {TAG_VERB_OFTEN,
     "veil vent venture vest veto view volunteer vote"},
    {TAG_VERB_OFTEN,
     "wake wash waste wave wax wedge wheel wheeze whir whiz will wind wing wire witness work worship wound wrack "
     "wrangle wrinkle"},
    {TAG_VERB_OFTEN,
     "yank yell"},
    {TAG_VERB_SELDOM,
     "abort abseil absent access accession account ace action acuminate addict adduct adulterate advantage adventure "
     "advert affiliate affright age agglutinate aggregate ail air airbrush airlift airmail alibi alien aliment "
     "alligator allowance alloy allure ally amalgamate ambition ambuscade amnesty amount anagram anger angle anguish "
     "angulate annex ante antic antique ape apparel applique apprentice aquaplane aquatint arbitrage arc archive arm "
     "armor armour array article ash asphalt aspirate asterisk atrophy attenuate attire auction auctioneer author "
     "autoclave autograph automobile autopsy avalanche ax axe azure"},
    {TAG_VERB_SELDOM,
     "baa babbitt baby bach bachelor backfire background backhand backlash backlog backpack backspace backstop "
     "backstroke badge bag bail bald bale ball ballast balloon ballot ballyhoo band bandage bank bankroll banquet "
     "barb barbeque barber bard bare barf bark barrack barrage barrel barter bash basset bastinado batch bath batik "
     "batten battle baulk bay bayonet beach beacon bead beak bean beard beaver bebop bed beef beep beeswax beetle "
     "beggar belay bell belly bellyache belt bench benefice berry berth best better bias bib bicycle biff bifurcate "
     "bight bike bilge bill billet bin binge bioassay birch bird birdlime birdnest birr birth bitch bitt bitter "
     "bivouac blabber black blackball blackberry blackguard blackjack blackleg blacklist blackmail blacktop "
     "blackwash blank blanket blarney blate blather blazon blear bleep blemish blether blind blindfold blinker blitz "
     "blitzkrieg bloat blob blockade blog blood bloody blot blotch bludgeon blue blueprint bluff board boat bobble "
     "bobsled body boldface bombard bombproof bond bone bong bonnet boob boogie book boondoggle boot bootleg "
     "bootstrap booze bop bosom boss botch bottle bottleneck bottom bower bowl box brachiate bracket brad brail "
     "braille brain brainstorm brake branch brand brattice brave bravo brawl bray brazen bread breakfast bream "
     "breast breaststroke breeze brevet brew bridle brief brigade brim brine brisk broach broadside brocade broker "
     "bronze brooch broom brown browse brunch buccaneer bucket buckram buffalo bugger bugle bull bulldog bulletproof "
     "bully bulwark bunco bung bungle bunk bunt buoy bur burden burke burl burlesque burp burr burthen bus bush "
     "bushel buss busy butter butterfly button buttonhole buttress"},
    {TAG_VERB_SELDOM,
     "cab cabal cabbage cabin cache caddie caddy cage cake cakewalk calcimine calendar calender caliper calk "
     "calliper callous callus camber camp canal candle candy cane canker cannon cannonade canoe canopy cant "
     "cantilever canton canvas caparison capriole capsulate capsule captain caption caravan carbonate card career "
     "carmine carol carom carouse carp carpenter carpet cart cartoon cartwheel case cashier casket castle castrate "
     "cat catalog catcall catenulate caterwaul catnap caulk causeway cave cavern cavil censor censure census center "
     "centre cere certificate chagrin chain chair chairman chalk chamber chamfer champ champion chance channel chap "
     "chaperon chaperone char character charcoal chariot charleston chasse chauffeur chaw checker checkmate cheek "
     "cheep cheer cheese chelate cheque chequer chicane chime chin chine chink chirrup chisel chitchat chloroform "
     "chock choir chomp chord chorus chrome chunk church chute cinch circuit clabber clack clam clamour clangor "
     "clangour clapboard claret clarion class claxon cleat clerk clew clinker cloak clock cloister clone clop closet "
     "closure cloture cloud clout clown club clue clump clunk clutter coach coal coast coat cobble cobblestone "
     "cocker cockle cocoon cod code coffin cog coif coiffure coke collar color colorcast colour comfit commission "
     "compact companion company compass compassionate compere complement complexion compost concert concertina "
     "concord concrete condition cone confab confect confection confederate conflict conga conge congee conglomerate "
     "conjugate conk consecrate content contour contradance contredanse convolute convoy coo cooper cop copper "
     "copyright coquette corbel cord corduroy core cork corkscrew corn corner cornice corset cosh costume cotton "
     "couch countenance countercheck counterclaim counterfeit countermand countermarch countermine counterplot "
     "counterpoise countersign countersink counterweight course court covenant cow cowhide cowl cox crab craft cramp "
     "crank crap crape crate crawfish crayon craze cream crenel creosote crepe crescendo crest crew crib crick "
     "cricket crimp crimson crinkle crisp critique crock crook crop croquet crossbreed crosscut crosshatch crumb "
     "crusade crust cub cuckold cuckoo cudgel cue cuff cull culture cup curry currycomb curtain curtsey curtsy curve "
     "curvet cycle cyclostyle cypher"},
    {TAG_VERB_SELDOM,
     "dado damascene damp dapple date dateline daub dawn daze deaf debauch debit decease deck decoy decrescendo "
     "decussate defect defile defoliate deliberate delineate deluge demise demo denudate descant desiccate desolate "
     "despair detail detour detox devil diagram dibble dice diet dike dim dimension dimple din ding dinge dirty "
     "disadvantage disarray disco discontent discord discourse disesteem disfavor disfavour dish disillusion "
     "disjoint disk dismay disorder disquiet disrespect distance distemper distress district ditch dither ditto "
     "divine dizzy dj doctor dodder dog dogfight dogsled domicile dong doodle dope dose douche dower dowse dragoon "
     "draught dredge drivel drizzle drone drool dropkick drudge drug drydock duel dull dummy dun dung duplex dusk "
     "dust dyke"},
    {TAG_VERB_SELDOM,
     "eagle earmark earth edge effect egg egress elbow electroplate email embargo emcee encore endeavour enfilade "
     "engineer entrance epoxy escalade escallop essay etiolate even evert evidence eviscerate exact excerpt exit "
     "expatriate expense exudate eye eyeball eyewitness"},
    {TAG_VERB_SELDOM,
     "facsimile factor fag faggot fagot faint fair fake falcon fantasy farce farm farrow fart fast fat fate father "
     "fatigue fault favour fawn fax feather featherbed federate fee felt fence ferment ferret fester festoon fetter "
     "fettle feud fib fiddle field figure filet filibuster filigree fillet film filtrate fin financier fine finger "
     "fingerprint fink firebomb fireproof firm fish fissure fizz flag flagellate flame flavor flavour flaw fleck "
     "fleece fleer fleet flesh flight floodlight floor floss flour flower fluff flunk flute flux foal foam fob "
     "fodder fog foliate fool foolproof foot footnote forage foray forbear ford forearm foreground forest fork "
     "format fort founder fowl fox foxhunt foxtrot fraction fragment franchise frank fray frazzle freak freckle "
     "freelance freewheel freight french frequent fresco fricassee fright fringe frisk fritter frizz frock frog "
     "front froth fruit ftp fuck fuddle fudge full function fund funk fusillade"},
    {TAG_VERB_SELDOM,
     "gab gad gag gage gaggle gall gambol game gang gangrene gaol gap garage garb garden gargle garment garnish "
     "garnishee garotte garrote garrotte garter gas gasconade gate gauffer gazette gee gel geminate general gentle "
     "gerrymander gesture gi gibber gibbet gibe gift gimp gin ginger girdle girth glamour glass glimmer glissade "
     "glory gloss gnarl goffer goldbrick golf gong google goose gossip gown grace grade graft grain grandstand graph "
     "grass grate grave gravel gray green grey griddle grime gripe grit grizzle groin groove gross grouch ground "
     "group grouse grout grub grubstake grudge guesstimate guffaw guillotine gum gun gurgle gut gutter guy gyp"},
    {TAG_VERB_SELDOM,
     "habit hackle hale halloo halter ham hamstring hand handcraft handcuff handstamp hap harbinger harbour hare "
     "harlequin harpoon hash hasp hassle hat hatchel haw hay haze heckle hectograph hector heel heliograph helm hem "
     "hemorrhage hemstitch henna heterodyne hex hiccough hiccup highjack hill hinge hive hoard hoax hob hobnail hoe "
     "hole holiday hollo hollow holystone home homer homestead hone honey honeycomb honk hood hoodoo hoof hoop "
     "hoover horn horse horseshoe horsewhip hose host hotfoot hound house hue huff hull humbug humor humour hump "
     "hunger hurrah husband husk hydrate hydroplane hymn hype hypertrophy hyphen"},
    {TAG_VERB_SELDOM,
     "ice image imbricate impact incense inch inconvenience incurvate indent indenture indurate inebriate infix "
     "initial ink input inset instance instrument interchange interdict interest interlude intermediate intern "
     "introject introvert invalid inventory invoice iron"},
    {TAG_VERB_SELDOM,
     "jack jacket jackknife jacklight jackrabbit jade jag japan jaundice jaunt jawbone jazz jelly jewel jib jibe "
     "jiggle jinx jitterbug job joint jolly jot jounce journey joust joy joyride jug juggle julienne jumpstart "
     "junket jut"},
    {TAG_VERB_SELDOM,
     "kayak kayo keel keen kennel kern key kid kink kip kit kite kitten kneecap knell knife knight knuckle kotow "
     "kowtow kvetch"},
    {TAG_VERB_SELDOM,
     "labor labour lacquer lactate ladder laden ladle lamb lame lance landscape lard lark lasso last leach leaf "
     "league leapfrog leash leather leaven leech legitimate letter levant level lever leverage libel licence light "
     "lighter lilt limber lime line lipstick lisp lithograph loan lobby loft long loose lord lot low lube luff luge "
     "lumber lunch lust lyric"},
    {TAG_VERB_SELDOM,
     "machine macrame maculate madder major maledict malfunction malign malt mambo man manacle mangle manicure "
     "manifold manoeuvre mantle manure mapquest maraud marble marcel marinade market martyr mass mat matte maul "
     "medicine meld mellow mentor meow mess message metal meter miaou miaow microfilm microwave middle miff mildew "
     "milk mime mimeo mimeograph mimic mind mine minstrel mint mire misconduct miscount misdeal mismatch misplay "
     "misprint mist mizzle mob model moderate mollycoddle molt monger monkey mooch moon moonlight moonshine moor "
     "moot mope mortgage mortice mortise mothball mother mothproof motion motley motor motorbike motorboat "
     "motorcycle moult mound mountaineer mouse mousse mouth mud muddle muddy muff mug mulch mulct munition murder "
     "murk muscle mush mushroom muss mute mutiny muzzle"},
    {TAG_VERB_SELDOM,
     "nap nark neck needle negative neigh neighbor neighbour nerve net nett network neuter nibble nick nickel nicker "
     "nitrate nix noise noose nose nosedive nosh nuke numb number numerate nut"},
    {TAG_VERB_SELDOM,
     "obligate obstinate occasion occult off officer oil oink okay omen ooze orb orbit ordinate orphan out outcrop "
     "outcry outfit outgo output overbid overcast overcharge overhang overprint oversupply overuse own oyster"},
    {TAG_VERB_SELDOM,
     "page pain pair pal palaver pale palisade palpebrate palsy pander panhandle paper par parachute paragraph "
     "parent parget parley parole part partition partner party pasture patent patronage patter pattern pave pawn "
     "peach peak peal pearl pedal pedicure pee peeve peg pencil pension people percolate perforate perfume peril "
     "perk perm peroxide pervert pestle phase photocopy photostat pickle picture piddle piece piffle pig pigeonhole "
     "piggyback pigment pillage pillow pilot pimp pine pinion pink pinnacle pip pipe pique pirate pirouette pit "
     "pitchfork pith placard plain plait plane plant plash plate pleat plight plonk plop plough plug plume plump "
     "pock pocket pockmark pod pole poleax poleaxe police polka pollard polychrome pomade pompadour poniard "
     "pontificate port porter portion posit position postmark posture pot pother potter pouch poultice pout powder "
     "power powwow prang prank prate prawn preamble precis predestinate predicate prefix prejudice prelude premier "
     "premiere premise premiss pressure preview prey price prickle pride prim prime privilege prize prizefight "
     "probate process proctor profane profile profiteer program programme prolapse promenade proof proportion "
     "proposition prospect prostitute provision prune psalm puddle puke pulp pumice pun pup puree purple purpose "
     "purr putter putty"},
    {TAG_VERB_SELDOM,
     "quack quadruplicate quaff quarantine quarry quarter quarterback quaver queen queer quest queue quibble quiet "
     "quilt quintuple quiz"},
    {TAG_VERB_SELDOM,
     "rabbet rabbit racket racketeer raddle radio raffle raft rafter rag railroad raiment ramp rampage ranch rank "
     "ransom rant rappel rasp rat ratchet rate ration ravage rave ravel raven ray razor razz ready ream reason "
     "rebate rebroadcast recap receipt recompense redact reef reeve referee reference refit refund regenerate "
     "regiment regress rein reincarnate relapse remainder rendezvous renegade renege repatriate replay replete "
     "reposition reprieve reproof repurchase research reshuffle respite retake reticulate retread retrofit retroflex "
     "retrograde retrospect revenge revoke revolt rhumba rib rice rick ridge riff rifle right rime riot riposte "
     "roach rocket rollerblade romance roneo roof rook room root rope rosin rouge rough roughcast round route row "
     "rubber rubberneck rubbish rubric ruck ruddle rue ruff rumba rumor rumour rumpus rut"},
    {TAG_VERB_SELDOM,
     "saber sabotage sabre sailplane saint salaam sallow salt salve samba sample sand sandbag sandblast sandpaper "
     "sandwich sass satellite sauce saunter savage savour scaffold scald scale scallop scalp scam scamp scant scar "
     "scarf scat scent scheme schlep schmoose schmooze school sclaff scollop scoop scotch scourge scrabble scrag "
     "script scroll scrunch scruple scuffle scull sculpture scum scupper scythe seam seaplane season second section "
     "sedate sediment seed seesaw segment segue seine sellotape semaphore sentence sequence serrate service sex "
     "shack shackle shadow shaft shag shallow sham shame shampoo shanghai shank shark shear sheer sheet shell "
     "shellac shelter shill shillyshally shimmer shin shingle shinny ship shipwreck shirt shit shlep shmooze shoal "
     "shoe shoehorn shoetree shore short shortlist shoulder shrimp shrine shuck shunt shutter shuttlecock shy sick "
     "side sideline sideswipe sidetrack sieve sight signpost silence silkscreen silt silver simper single siphon "
     "site size skank skate skateboard skew skewer ski skin skipper skirl skittle skunk sky skyrocket slack slag "
     "slalom slander slang slat slave sled sledge sledgehammer sleek sleet sleigh sleuth slew slick slight slim "
     "sliver slobber sloganeer slope slouch slough slum slur slush smart smelt smirch smock smoke smooch smoulder "
     "smudge smut snack snaffle snafu snail snake sneeze snick sniffle snip snipe snitch snivel snooker snooze "
     "snorkel snowboard snowmobile snowshoe snuff snuffle soap sober sod soil sojourn soldier sole solo solvate "
     "somersault sonnet soot sop sophisticate sorrow sort soundproof soup source space spam spangle spank spar "
     "sparge spat spatchcock spawn speck speckle spiel spike spirit spirt spite splat splatter splay splint splotch "
     "splurge splutter spoof spook spool spoon sport sportscast spree spritz spruce spud spume spurt squabble "
     "squeegee squinch squire squish stable staff stag stale stalemate staple star starboard starch stash station "
     "staunch stave steamer steamroller steel stencil stenograph stereotype stew still stint stock stockade "
     "stockpile stomach stone stooge stool stopper stopple straw striate strickle stripe structure stub stucco stump "
     "style stymie stymy sublease sublet sublimate sublime submarine subordinate subvention succor succour suction "
     "suds suffix sugar sulfate sulfur sully sum summer summit summons sun sunburn suntan superordinate supple "
     "surcharge surf surface surfboard surtax suture swag swage swank swash swat swatter swig swill swob swoosh swop "
     "swot syndicate syphon syringe"},
    {TAG_VERB_SELDOM,
     "table taboo tail tailgate taint talc tally tamp tampon tan tangle tango tank tape tar target tariff tarmac "
     "task tattle tattoo team teargas tee teetertotter teetotal telecast telex temper tenant tender tense tent "
     "tenure terrace thatch theme thermostat thin thirst throne thrum thumbtack thwack ticket tickle ticktack "
     "ticktock tide tidy tile till tiller time tin tincture ting tinsel tipple tissue tithe title toady toboggan toe "
     "toenail toggle tomahawk tone tongue tonsure tool toot tootle top tope torch torpedo tot tote tourney tout tow "
     "towel toy trademark traffic tram trammel trance transit transition trash travail travesty trawl treadle "
     "treasure treble tree trek trellis tremor trench trend trepan trephine triangulate trice trick trifle trill "
     "trip triplicate triumph troll troop trouble trowel truck truckle true trump truncate truss tube tucker tune "
     "turf turtle tusk tussle twaddle twang tweak tweet twill twin twinge twirp twit twitter type"},
    {TAG_VERB_SELDOM,
     "ultracentrifuge umpire unbalance undercharge undercoat undercut underlay understudy unfit unicycle uniform up "
     "upstage"},
    {TAG_VERB_SELDOM,
     "vacation vacuum vagabond valet value vamp varnish vault vaunt vein velcro veneer verdigris verge vermiculate "
     "vermilion verse vesture vet victual videotape visa vitriol voice void volley voodoo voyage vroom"},
    {TAG_VERB_SELDOM,
     "waddle waffle wage wager waitress wall wallpaper waltz wan wank wanton war ward ware warehouse warm wassail "
     "water watercolor watercolour waterproof wattle weary weather weatherproof web wee weed weekend weight "
     "weightlift well welsh welt welter wench wet whale whang wharf wheelbarrow whelk whelp whicker whiff whipsaw "
     "whirligig whirlpool whirr whisker white whiteout whitewash whittle whizz wholesale whoosh whore widow winch "
     "wine winkle winter wiretap witch wolf word worm worst wow wrick wrong"},
    {TAG_VERB_SELDOM,
     "xerox"},
    {TAG_VERB_SELDOM,
     "yacht yack yak yarn yaw yawl yellow yen yip yodel yoke yowl"},
    {TAG_VERB_SELDOM,
     "zap zero zest zinc zipper zone"},
    {TAG_ADJECTIVE,
     "abdominal aberrant abhorrent abject ablaze able abnormal abominable above aboveground abroad abrupt absolute "
     "absorptive abstractive absurd abundant academic acceptable accidental accurate accusative acoustical acrobatic "
     "active actual acute adamant adaptable additional adept adequate adjacent adjectival administrative admirable "
     "admissible adrenal adroit advantageous adventurous adverbial adverse advisable aerial aerobic aerodynamic "
     "aesthetic affectionate afferent afire aflame aflare afloat aforesaid afraid african agape aggressive aghast "
     "agile agricultural ahead ahorseback aimless airborne airless airy akin alfresco algerian alike alive alkaline "
     "all allocable allowable alone aloof alveolar amber ambiguous ambitious ambivalent amenable american amiable "
     "amicable amiss amoral amorous amorphous ample anaerobic analeptic analogous analytic analytical anastomotic "
     "anatomic anatomical ancestral ancient andean anemic angelic anglican angry angular anhydrous animallike annual "
     "anomalous anomic anonymous another antagonistic antebellum anterior anthropomorphic anti antibiotic antiseptic "
     "antithetical antithyroid antitrust anxious any apart apocalyptic apocryphal apologetic apostolic apparent "
     "applicable appreciable appreciative approachable apt aqueous arable arbitrary arboreal archeological "
     "architectural ardent arduous argive argumentative aristocratic aristotelian arrogant arterial arteriolar "
     "artificial artistic arty ascertainable ashen asleep assertive asteroidal astral astringent astronomical astute "
     "asymmetric asymptotic atheistic atheromatous athletic atmospheric atomic atomlike atrophic attentive "
     "attractive attributable atypical audacious audible austere authentic authoritarian authoritative automatic "
     "automotive autonomic available aware away awestruck awful awkward awry axial axiomatic"},
    {TAG_ADJECTIVE,
     "babelike backward bacterial bad baggy baleful bamboo banal barbaric barefoot baronial baroque barren bashful "
     "basic basophilic battleful bawdy beady beardown beaten beautiful bedfast beefy behavioral belgian believable "
     "belligerent belowground beneficial benevolent bent bestial biblical bibliographical big bigger biggest "
     "bilateral bilingual billion bimolecular binomial biochemical biographical biological biomedical bipartisan "
     "bitten bittersweet bizarre bland blasphemous blatant bleak bleary blissful blithe blond bloodless bloodthirsty "
     "blown bluish blustery boastful boeotian bogartian bogus boisterous bold bony borderline born both bottomless "
     "botulinal bouffant boundless bovine boyish brackish brainy brash brassy brazilian breathless bright brilliant "
     "brindle britannic british brittle broad broke broken bronchial bronchiolar brotherly brownish brushy brutal "
     "bucolic budgetary built bulky buoyant bureaucratic burly burnt bushy businesslike"},
    {TAG_ADJECTIVE,
     "cackly cadaverous cagey calorimetric canadian candid canonist capable capitalist capitalistic cardinal "
     "cardiovascular carefree careful careless careworn carnal cartesian carven casebook casual catapultian "
     "catastrophic catatonic causal causative cautious ceaseless celestial celtic centenary central ceramic cerebral "
     "certain chantlike chaotic charitable cheap cheerful cheery chemical chestnut chic chief childish childlike "
     "chilly chinese chinless chipper chivalrous chockful choosy choreographic chosen christian chromatographic "
     "chronic chunky churchillian churchlike cinematic circular circumspect civic civil civilian clad clammy "
     "clamorous clandestine clannish classic classical classificatory classless clerical clever clinical clockwise "
     "clonic closer cloudy clumsy coarse coastal coaxial cocky coexistent cognate coherent cohesive cold collapsible "
     "collective collegiate colloidal colloquial colombian colonial colorful colorless colossal columnlike combatant "
     "combinable cometary comfortable comic commendable commensurate commercial common commonplace commonsense "
     "communal communicational communicative communist communistic comparable comparative compatible compensatory "
     "competent competitive complementary complex complimentary comprehensive compulsive concave conceivable "
     "conceptual conciliatory concise conclusive concordant concretistic concurrent condemnatory conditional "
     "confident confidential confluent congenital congestive congratulatory congregational congressional conjugal "
     "connective conscientious conscious consecutive consequent conservative considerable considerate consistent "
     "consonantal conspicuous constant constitutional constructive consumptive contemplative contemporary "
     "contemptible contemptuous contiguous continental continual continuous contraband contractual contradictory "
     "contrary contributory controversial convenient conventional conversational convex convivial convulsive "
     "cooperative cordial corinthian corporate corporeal corrosive cortical corticofugal cosmic costly countless "
     "countrywide countywide courageous courteous cowardly cozy crafty craggy cranky craven crazy creamy creative "
     "credible creditable creedal critical crotchety crucial crude cruel crummy cryptic cuban cubist cultural "
     "cumbersome cumulative curious curly curricular cursory custodial customary cute cylindrical cynical"},
    {TAG_ADJECTIVE,
     "daily dainty dangerous danish dank dapper dark dauntless dead deadly dear deathlike deathly decadent decent "
     "deceptive decisive declarative decorative deductible deductive deep defective defensible defensive defiant "
     "deficient definable definite definitive deformational delicate delicious delightful democratic demonstrable "
     "demure denominational dense dental departmental dependable dependent deplorable deprecatory derisive "
     "descriptive desirable desperate despicable despondent destructive desultory detachable detectable determinable "
     "determinate developmental deviant devilish devious devotional devout dexterous dextrous diachronic diagnostic "
     "diagonal diagonalizable diaphyseal diatomic dietary different differentiable difficult diffident digestible "
     "digestive diligent dimensional diminutive dingy diplomatic dipylon directional disastrous discernable "
     "discernible discorporate discourteous discrete discretionary disdainful dishonest disintegrative dismal "
     "disobedient disorderly disparate dispassionate disproportionate disputable disruptive dissimilar distal "
     "distant distinct distinctive distinguishable distortable distraught distributive divergent diverse divisive "
     "docile doctrinaire doctrinal doglike dogmatic doleful domestic dominant done dormant doubtful downcast "
     "downhill downtrodden downward drab drafty dramatic drastic draughty drawn dreadful dreamlike dreamy dreary "
     "dressy driven drowsy drugless drunk drunken dual dubious due dumb duplicable durable dusky dusty dutch dynamic"},
    {TAG_ADJECTIVE,
     "each eager earlier earliest early earnest earthbound earthlike earthy eastern eastward easy eatable eaten "
     "ebullient eccentric ecclesiastical eclectic economic economical ecstatic edematous edentulous edgy educational "
     "effective efficacious efficient effortless egocentric eight eighteen eighteenth eighth eighty elastic elderly "
     "eldest electoral electric electrical electromagnetic electronic electrostatic elegant elemental elementary "
     "eleven eleventh elfin eligible eloquent else elusive emblematic emergent emeritus eminent emotional emphatic "
     "emphysematous empirical endless endothelial energetic enforceable enigmatic enjoyable enormous enough "
     "enthusiastic entire envious environmental enzymatic eosinophilic ephemeral epileptic epiphyseal epistolatory "
     "equipotent equitable equivocal ergotropic erotic erratic erroneous ersatz erudite erythroid esoteric essential "
     "esthetic eternal ethereal ethical ethnic etymological eugenic euphoric eurasian european evaluative "
     "evangelical evasive eventual every everyday evident evidential evolutionary ex excellent exceptional excessive "
     "excitatory exclusive exhaustive existent existential exotic expectable expectant expedient expendable "
     "expensive experiential experimental explanatory explicit exploratory explosive expository expressible "
     "expressionistic expressionless expressive exquisite extant extensive external extra extralegal extramarital "
     "extraneous extraordinary extraterrestrial extravagant extreme exuberant exultant eyelike"},
    {TAG_ADJECTIVE,
     "fabulous facetious facilitatory factual faery faithful fallen fallow false familiar famous fanciful fantastic "
     "far faraway farther fascist fashionable fastidious fatal fateful fatty favorable fearful fearless feasible "
     "featureless fecund federal feeble feline feminine ferocious ferromagnetic fertile fervent festive fetid feudal "
     "feverish few fewer fibrocalcific fictional fictive fiendish fierce fiery fifteen fifteenth fifth fiftieth "
     "fifty figurative filthy final financial finest finicky finite first firsthand fiscal five flashy flat flawless "
     "fleshy flexible flimsy floral florentine florid fluent fluffy fluorescent foamy focal folksy follicular fond "
     "foolhardy foolish footloose foppish forbidden forceful forceless foreign foremost forensic foreseeable "
     "forgetful forgotten forlorn formal former formidable forthright fortunate forty four fourfold fourteen "
     "fourteenth fourth fractional fragile fragmentary fragrant frail frantic freehand fresh freudian friable "
     "friendly frightful frigid frivolous frontal frostbitten frozen fruitful fruitless fugal functional fundamental "
     "fundamentalist fungal funny furious furry furtive fusiform fussy futile fuzzy"},
    {TAG_ADJECTIVE,
     "gaelic gainful galvanic gaseous gastrointestinal gauche gaudy gaunt gay generous genetic genial gentile "
     "gentlemanly genuine geographic geographical geological geometric geometrical germinal gerundial ghastly "
     "ghostlike ghostly gibelike gigantic gilt gingerly girlish given glad glamorous glassless glassy gleeful global "
     "glomerular gloomy glorious glottochronological glum goddam goddamn godforsaken godless godlike golden gone "
     "good gorgeous gory gossamer governmental graceful gracious gradual grammatic grammatical grand grandiose "
     "granular granulocytic graphic graphical grassroots grateful gratuitous gravid gravitational greasy great "
     "greater greatest grecian greedy greek gregarious grievous grim grimy gritty groggy grotesque groundless grown "
     "gruesome gruff guatemalan gubernatorial guileless guilty gullible gummy guttural gymnastic"},
    {TAG_ADJECTIVE,
     "habitable habitual haggard hairless hairy halfway handless handmade handsome handwoven handwritten handy "
     "hapless happy hard hardy harmful harmless harmonic harmonious harsh hasty hateful hatless haughty hazel hazy "
     "headless headstrong healthful healthy heard hearty heavenly heavy heavyweight hebephrenic hebraic hectic "
     "heedless hefty hegelian held hellenic helpful helpless hemispherical hemolytic heraldic herculean here "
     "hermetic heroic heterogeneous heterozygous hidden hideous high higher highest hilar hilarious historic "
     "historical hitless hoarse homegrown homely homemade homeric homesick homicidal homogeneous homozygous honest "
     "honorable hopeful hopeless horizontal horrible horrid hospitable hostile hot hourly hoydenish huge human "
     "humane humanistic humanitarian humorous hung hungarian hungry husky hyaline hydrophilic hydrophobic hydrous "
     "hyperbolic hyperemic hyperfine hypoactive hypophyseal hypothalamic hypothetical hysterical"},
    {TAG_ADJECTIVE,
     "icy identical identifiable idiomatic idiosyncratic idiotic idyllic ignorant ill illegal illegitimate illicit "
     "illiterate illusionary illusory illustrative illustrious imaginary imaginative imitative immaculate immaterial "
     "immature immediate immense imminent immoral immortal impartial impassable impatient impeccable imperative "
     "imperfect imperial imperious impersonal impervious impetuous impious implacable implicit implike important "
     "impossible impotent impractical imprecise impregnable impressive improbable impudent inaccurate inactive "
     "inadequate inadvisable inane inanimate inappropriate inaudible inaugural inboard incalculable incandescent "
     "incapable incertain incessant incidental incisive inclusive incoherent incompatible incomplete "
     "incomprehensible inconceivable inconsequential inconsiderable inconsistent inconvenient incorrect incredible "
     "incurable indecent indefatigable indefensible indefinable indefinite indelible indelicate independent "
     "indescribable indeterminate indifferent indignant indirect indiscriminate indispensable indistinct "
     "indistinguishable individualistic indolent indoor indubitable indulgent industrial industrious ineffable "
     "ineligible inept inert inescapable inevitable inexcusable inexhaustible inexorable inexpensive inexplicable "
     "inexpressible inextricable infallible infamous infantile infectious infective inferential inferior infernal "
     "infertile infinite infirm inflammatory inflexible influent influential informal infrequent ingenious "
     "inglorious inherent inhibitory inhospitable inhuman inhumane innate inner innocent innumerable inoperable "
     "inorganic inquisitive insane inscrutable insensitive inseparable insignificant insistent insolent insoluble "
     "inspirational instantaneous instinctive institutional instructional instructive instrumental insubstantial "
     "insufficient insuperable insurmountable intact integral intellectual intelligent intelligible intense "
     "intensive intent intentional interchangeable intercontinental interdepartmental interdependent interfaith "
     "interim interlobular interminable intermittent intermolecular internal international interpersonal "
     "interpretable interpretative interspecies interstate interstellar interstitial interwoven intimal intolerable "
     "intra intractable intradepartmental intrapulmonary intricate intrinsic introductory introspective intrusive "
     "intuitive invaluable invariable invariant inventive investigative inveterate invincible inviolate invisible "
     "involuntary invulnerable inward ionic irish irksome ironic ironical ironlike ironshod irrational "
     "irreconcilable irreducible irregular irrelevant irremediable irreparable irresistible irresolute irresponsible "
     "irreversible irrevocable irritable ish isolationist isothermal isotonic isotopic isotropic italian"},
    {TAG_ADJECTIVE,
     "jacksonian japanese jaunty jazzy jealous jeffersonian jerky jewish jocose jocular jovial joyous jubilant "
     "judicial juicy jumpy jungian just juvenile"},
    {TAG_ADJECTIVE,
     "khaki killable kindly kinesthetic kinetic kittenish knifelike knightly knotty knowledgeable known kosher"},
    {TAG_ADJECTIVE,
     "labile lacy ladylike laid lamblike languid lanky lao large larger largest larval late latent later latest "
     "latter lavender lawless lax lazy leaden least left legal legendary leggy legislative lengthy less lesser "
     "lethal lewd lexical lexicostatistic liable lifeless lifelike lifelong likely limitless linear lingual "
     "linguistic listless lit literal literary literate lithe little livable lively livid loathsome lobular local "
     "lofty logical logistic lone lonely longer lordly lost loud lousy lovely lowly loyal lucid lucky ludicrous "
     "lugubrious lukewarm lumbar luminescent luminous lumpish lunar lunatic lurid luscious lush lusty luxurious "
     "lyrical"},
    {TAG_ADJECTIVE,
     "macabre machinelike macromolecular mad made magical magnetic magnificent main majestic makeshift maladroit "
     "mammalian mammoth mandatory maniacal manic maniclike mantic many marginal marine marital marketable martial "
     "martian marvelous marxist masculine massive masterly maternal mathematical mauve maximal maximum meager "
     "meaningful meaningless measurable meaty mechanical mechanistic median medical medieval meditative meek "
     "megakaryocytic melodic melodious melodramatic memorable mendacious menial mental merciful merciless mercurial "
     "mere meritorious merry mesenteric messy metabolic metallic metaphysical meteoritic meteorological methodical "
     "methodist metropolitan microbial micrometeoritic microscopic microsomal mid midway midweek midwestern mighty "
     "migratory mild militant military million mimetic mindful mindless minimal minimum ministerial minoan minor "
     "miraculous miscellaneous mischievous miserable mistaken misty mitral mobile moblike modal modern modest moist "
     "molal molecular molten momentary momentous monastic monaural monkish mononuclear monophonic monotone "
     "monotonous monstrous monthly monumental moonlit moral moralistic more moroccan morose morphemic morphologic "
     "morphophonemic mortal most motional motionless mountainous mournful mousy much multi multidimensional "
     "multilateral multiple multitudinous mum mundane municipal murky muscular musical mutational mutual mycenaean "
     "myeloid myocardial myriad mysterious mystic mystical mythic mythological"},
    {TAG_ADJECTIVE,
     "naive nameless napoleonic nasal nascent nasty natal national nationalistic nationwide native natural nautical "
     "naval neanderthal nearby nearer nearest neat nebulous necessary necrotic needless negligent negligible negroid "
     "neo neocortical neoliberal nerveless nervous netlike nettlesome neurological neuromuscular neuronal "
     "neuropsychiatric neurotic neutral new newborn newest newtonian next nice nightmarish nihilistic nilpotent "
     "nimble nine nineteen nineteenth ninety ninth no noble nociceptive nocturnal nodular noisy nominal non "
     "nonassertive nonchalant noncompetitive nondescript nonenzymatic nonequivalent nonexistent nonfunctional "
     "nonionic nonlinguistic nonmetallic nonobservant nonparticulate nonpartisan nonparty nonpolitical nonproductive "
     "nonresident nonspecific nonverbal nonvolatile normal northerly northern nostalgic notable noteworthy "
     "noticeable notorious nubile nuclear null numerical numerous numinous nutritional nutritive"},
    {TAG_ADJECTIVE,
     "oaken obdurate obedient objectionable obligational oblique oblivious obnoxious obscene obsequious observable "
     "observant observational obsolescent obtainable obvious occasional occipital occlusive occupational ocular odd "
     "odious offbeat ohmic oily old older oldest oleophilic oleophobic olive olympic ominous omniscient on once one "
     "onetime only onshore onward opalescent opaque operatic operational operative opportunistic opposite optical "
     "optimal optimistic optimum opulent oral oratorical orbital orchestral orderly ordinary organic organizational "
     "oriental original ornate ornery orthodox orthographic orthopedic osseous ostentatious other outdoor outer "
     "outrageous outright outside outspoken outward over overactive overall overconfident overcurious overdone "
     "overgrown overhand overnight overprotective overseas overt overvaliant overweight"},
    {TAG_ADJECTIVE,
     "paid painful painless paleocortical pallid palpable panoramic papal papery papillary paradoxical paramagnetic "
     "parametric paramount paranoid parasympathetic pardonable parental parisian parliamentary parochial parrotlike "
     "partial particular particularistic particulate partisan passionate passive pastel pastelike pastoral pasty "
     "paternalistic pathetic pathless pathogenic pathologic pathological patriarchal patriotic patristic payable "
     "peaceable peaceful peaky pearly peculiar pedagogical pedantic peevish pelvic pensive penultimate perceptible "
     "perceptive perceptual percussive peremptory perennial perfunctory perilous periodic peripheral perky permanent "
     "perpetual persistent personal persuasive pert pertinent pervasive perverse pessimistic pestilential petite "
     "pharmaceutical pharmacological philanthropic philharmonic philological philosophic philosophical phonemic "
     "phonetic phonic phonologic phony phosphorescent photographic physical physicochemical physiologic "
     "physiological pianistic pictorial picturesque piezoelectric piratical piteous pithy pitiable pitiful pitiless "
     "placid planar planetary platitudinous platonic plausible playable playful pleasant plentiful pleural pliant "
     "pluralistic plush poetic poignant polar polemical polite politic political polycrystalline polytonal pompous "
     "ponderous poor popular populous porous portable portentous positive possessive possible posterior posthumous "
     "postwar potent powdery powerful powerless practicable practical pragmatic pre precarious precast precious "
     "precise precocious predictable predictive preeminent preexistent preferable preferential pregnant prehistoric "
     "prejudicial preliminary preliterate premonitory preparative preparatory prepositional preposterous "
     "prepubescent prepupal presentable presentational presidential presto pretrial pretty prevalent preventive "
     "previous prewar priceless prickly primary primeval primitive printable prior private pro probable procedural "
     "procreative prodigal prodigious productive professional proficient profitable profound profuse progressive "
     "prolific prominent promotional prone propagandistic proper prophetic propitious proportional proportionate "
     "prosodic prospective prosperous protective proteolytic proto protogeometric prototypical proud proverbial "
     "providential provincial provisional provocative proximal proximate prurient pseudo psychiatric psychic "
     "psychical psychological psychopathic psychopharmacological psychotherapeutic psychotic pubescent public "
     "puckish pulmonary pulseless pungent punishable punitive puny puppyish pure purposeful pursuant pyknotic"},
    {TAG_ADJECTIVE,
     "quaint qualitative quantitative quarrelsome quarterly quasi querulous questionable quick quicksilver quiescent "
     "quixotic"},
    {TAG_ADJECTIVE,
     "racial racy radial radiant radioactive rampant random rangy rapid rare ratable rational raucous raw readable "
     "real realistic reasonable rebellious reborn rebuilt recent receptive reciprocal reckless recognizable "
     "recoverable recreational rectangular recurrent reddish redoubtable redundant reflective refractory regal "
     "regardant regimental regional regular regulatory relative relativistic relentless relevant reliable religious "
     "reluctant remarkable remedial remorseful remorseless remote remunerative repayable repentant repetitious "
     "repetitive reposeful reprehensible representational repressive reproducible repulsive reputable researchable "
     "resentful residential residual resiny resistant resistive resolute resonant respectable respectful respective "
     "respiratory resplendent responsible restive restless restrictive resultant retaliatory retentive retinal "
     "retrogressive reversible revolutionary rhythmic rhythmical rich rickety ridden ridiculous righteous rightful "
     "rigid rigorous rimless riotous ripe risky robust rocklike rocky romantic rosy rotary rotten roughhewn "
     "roundabout rousseauan royal rubberlike rubbery rudderless ruddy rude rudimentary ruinous runaway rural russian "
     "rustic rusty ruthless"},
    {TAG_ADJECTIVE,
     "sad sadistic safe sagacious said salable salacious salient salivary salty salubrious salutary same sandy sane "
     "sanguineous sapphire sarcastic sarcolemmal sardonic satanic satiric satirical satisfactory savory scandinavian "
     "scanty scarce scarecrowish scenic schematic schizophrenic scholarly scholastic schoolgirlish scientific "
     "sclerotic scoreless scornful scraggly scratchy scrawny screechy scriptural sculptural seasonal secondary "
     "secondhand secret secular sedentary seductive seen segmental seismic selective selfish semantic semi "
     "semiempirical semiliterate semiprecious semipublic senatorial senile sensational senseless sensible sensitive "
     "sensory sensual sensuous sentient sentimental separable septic sequential serene serial serious serological "
     "serviceable servile seven seventeen seventeenth seventh seventy several severe sexual sexy shabby shadowy "
     "shaggy shaken shaky shameful shapeless shapely sharp shaven sheeplike shiny shipshape shivery shod showy "
     "shrewd shrewish sickish sickly sidelong significant silent silky silly silvery similar simple simplex "
     "simplistic simultaneous sincere sinewy sinful singular sinister sinuous sinusoidal six sixteen sixteenth sixth "
     "sixty sizable skeletal skeptical skillful skinny sleepy slender slightest slippery slivery sloppy slovenly "
     "sluggish sly small smaller smallest smallish smitten smug snappy snobbish snug so social socialist socialistic "
     "societal socioeconomic sociological sodden soft solar solemn solid solitary soluble somatic somber sombre some "
     "somnolent sonorous sooty sordid sore sorrel sorrowful sorry sought southbound southeastern southern soviet "
     "spacious sparse spasmodic spatial special specific spectacular spectral specular speculative speedy spellbound "
     "spherical spic spidery spineless spiritual spiteful splendid splintery spoken spongy spontaneous sporadic "
     "spotless sprightly squeaky staccato stagnant staminate stark stately statesmanlike static statistical "
     "statutory stealthy stellar stentorian stepwise stereophonic sterile stern sternal sticky stiff stocky stoical "
     "stolid stormy stout straight straightforward strange strategic strenuous strewn stricken strict stringy strong "
     "structural strung stubborn studious stuffy stung stupendous stupid sturdy stylistic suave subconscious "
     "subgross subhuman subjective subliterary submissive subordinator subsequent subservient substantial "
     "substantive subsurface subtle suburban successful successive such sudden sufficient suggestive suitable sullen "
     "sultry sumptuous sunburnt sundry sung sunken sunny sunshiny sunstruck super superb supercilious superficial "
     "superior supernatant supernatural supersonic superstitious supine supplemental supplementary supportive "
     "supreme sure surly susceptible suspicious swart swarthy sweaty swedish sweet swift swingy swollen sworn "
     "symbolic symmetric symmetrical sympathetic symphonic symptomatic synchronous synergistic synonymous syntactic "
     "synthetic syrian syrupy systematic"},
    {TAG_ADJECTIVE,
     "tactile tactual taken talismanic talkative talky tall tangential tangible tart tasteful taut tawdry tawny "
     "taxable technical technological tedious teen teenage teensy telegraphic telltale temporal temporary ten "
     "tenable tenebrous tensional tensionless tentative tenth tenuous tepid terminal terrestrial terrible terrific "
     "territorial terse teutonic theatrical theistic thematic theological theoretical therapeutic thermal "
     "thermodynamic thermogravimetric thermometric thick thickspread third thirsty thirteen thirteenth thirtieth "
     "thirty thorough thoughtful thoughtless threadbare three thrifty thrillful through thunderous thyroidal "
     "thyrotoxic tight timely timeworn timid tiny tipsy tireless tiresome titanic together tokenish tolerable "
     "tolerant tonal topical topnotch topographical torn torpid tortuous totalistic totalitarian totemic tough toxic "
     "traceable traditional tragic tragicomic traitorous tranquil trans transcendent transcendental transcultural "
     "transitional translucent transmissible transparent transplantable transverse treacherous tremendous triangular "
     "tribal trichrome tricolor trigonal trite triumphant trivial trophotropic tropical troublesome truculent "
     "trustworthy truthful tubular tumultuous tuneful turbulent turkish tweedy twelfth twelve twentieth twenty two "
     "twofold twoscore typical typographic"},
    {TAG_ADJECTIVE,
     "ubiquitous ugly ultimate ultra ultramodern ultrasonic unable unacceptable unaccountable unachievable unafraid "
     "unalterable unambiguous unanimous unattractive unauthentic unavailable unavoidable unaware unbearable "
     "unbelievable unbidden unborn unbreakable unbroken uncanny uncertain unchangeable uncheckable unclean "
     "uncombable uncomfortable uncommon unconditional unconquerable unconscious unconstitutional uncontrollable "
     "unconventional uncooperative uncousinly uncritical undeniable under undercover underground undersea "
     "understandable understood underwater underway undesirable undone undrinkable undue uneasy uneconomical "
     "unendurable unenthusiastic uneven unexplainable unfair unfaithful unfamiliar unfavorable unfertile unforeseen "
     "unforgettable unfortunate unfrozen ungainly ungodly ungrateful unhappy unhealthy unholy unhurt unilateral "
     "unimaginable unimaginative unimpeachable unimportant unimpressive uninjectable unintelligent unique univalent "
     "universal universalistic unjust unkind unknown unlawful unlike unlikely unliterary unlovely unlucky "
     "unmalicious unmeritorious unmistakable unnatural unnecessary unobtainable unofficial unorthodox unpaid "
     "unpaintable unpatriotic unpicturesque unpleasant unpopular unpredictable unpretentious unproblematic "
     "unprocurable unready unreal unrealistic unrecognizable unreflective unreliable unremarkable unresponsive "
     "unruly unsaid unsatisfactory unscientific unscrupulous unseen unselfconscious unselfish unservile unshakable "
     "unshaven unsold unspeakable unspoken unstable unstrung unsuccessful unsuitable unsung unsympathetic untellable "
     "untenable unthematic untold untoward untraditional untrue unusual unwelcome unwise unwomanly unworn unworthy "
     "unwritten upbeat upland upper uppermost upright upstairs upstream upward urban urgent urinary usable useable "
     "useful useless usual utilitarian utmost utopian"},
    {TAG_ADJECTIVE,
     "vacant vague vain valiant valid valuable valueless variable various vascular vast vehement velvety venerable "
     "verbal veridical veritable vernal versatile vertebral vertical very vesicular veterinary viable vibrant "
     "vibrionic vicarious vicious victorian viennese vigorous vile villainous vindictive violent virile virtual "
     "virtuous virulent visceral viscoelastic viselike visible visual vital vivacious vivid vocal vocalic vocational "
     "vociferous volatile voltaic volumetric voluminous voluntary voluptuous votive vulgar vulnerable vulpine"},
    {TAG_ADJECTIVE,
     "wacky wailful wakeful warlike wary wasteful watchful watery wavy waxen waxlike wayward weak wealthy wearisome "
     "weekly weird westerly western whole wholesome wide widespread wifely wild willful wilsonian wily windblown "
     "windy winless wintry wiry wise witty wobbly woeful wolflike wonderful wondrous wooden woolly wordy workable "
     "workmanlike worldly worldwide worn worse worth worthless worthwhile worthy woven wraithlike wrathful written "
     "wry"},
    {TAG_ADJECTIVE,
     "yearly yonder young younger youngish youthful"},
    {TAG_ADJECTIVE,
     "zodiacal"},
    {TAG_PAST,
     "abode abought abye addrest am arcked are arisen arose ate awoke awoken"},
    {TAG_PAST,
     "backbit backbitten backslid backslidden bade beaten became been befallen befell began begat begirt begot "
     "begotten begun beheld beholden benempt bent besought bespoke bespoken bestrewn bestrid bestridden bestrode "
     "betaken bethought betook bidden bitten bivouacked bled blest blew blown bore born borne bought bound bred "
     "broke broken brought browbeaten built burnt bypast"},
    {TAG_PAST,
     "caddied came caught chevied chid chidden chivvied chose chosen clad clept clove cloven clung countersank "
     "countersunk crept crossbred curst"},
    {TAG_PAST,
     "dealt did done dought dove drank drawn dreamt drew driven drove drunk dug dwelt"},
    {TAG_PAST,
     "eaten enwound"},
    {TAG_PAST,
     "fallen fed feed fell felt fled flew floodlit flown flung flyblew flyblown forbad forbade forbidden forbore "
     "forborne fordid fordone foredid foredone foregone foreknew foreknown foreran foresaw foreseen foreshown "
     "forespoke forespoken foretold forewent forgave forgiven forgone forgot forgotten forsaken forsook forspoke "
     "forspoken forswore forsworn forwent fought found frolicked froze frozen"},
    {TAG_PAST,
     "gainsaid gan gave gelt ghostwritten ghostwrote gilt girt given gnawn gone got gotten graven grew gript grown"},
    {TAG_PAST,
     "hacksawn had hamstrung handfed heard held hewn hid hidden honied hove hung"},
    {TAG_PAST,
     "inbred indwelt inlaid interbred interlaid interpled interwove interwoven inwove inwoven"},
    {TAG_PAST,
     "kept knelt knew known"},
    {TAG_PAST,
     "laden ladyfied laid lain lay leant leapt learnt led left lent lit lost"},
    {TAG_PAST,
     "made meant met might mimicked misbecame misdealt misgave misgiven mislaid misled mispled misspelt misspent "
     "mistaken mistook misunderstood molten mown"},
    {TAG_PAST,
     "outbidden outbred outdid outdone outdrawn outdrew outfought outgone outgrew outgrown outlaid outran outridden "
     "outrode outshone outshot outsold outstood outthought outwent outwore outworn overbidden overblew overblown "
     "overbore overborne overbuilt overcame overdid overdone overdrawn overdrew overdriven overdrove overflew "
     "overflown overgrew overgrown overheard overhung overlaid overlain overlay overpaid overpast overran overridden "
     "overrode oversaw overseen oversewn overshot overslept oversold overspent overspilt overtaken overthrew "
     "overthrown overtook overwound overwritten overwrote"},
    {TAG_PAST,
     "paid panicked partaken partook pasquil pasquilled pent physicked picnicked pled prepaid prologed proven"},
    {TAG_PAST,
     "quartersawn"},
    {TAG_PAST,
     "ran rang rebuilt redid redone reft reheard remade repaid reran resat resewn retaken rethought retold retook "
     "rewound rewritten rewrote ridden risen riven rode rose rove rung"},
    {TAG_PAST,
     "said sang sank sat saw sawn seen sent sewn shaken shat shaven shed shellacked shent shewn shod shone shook "
     "shot shown shrank shriven shrove shrunk shrunken sicked sightsaw sightseen skydove slept slew slid slidden "
     "slung slunk smelt smit smitten smote snuck sold soothsaid sought sown spat sped spellbound spelt spent spilt "
     "spoilt spoke spoken spotlit sprang sprung spun squilgee stank stole stolen stood strewn stridden striven "
     "strode strove strown struck strung stuck stung stunk sung sunk sunken swam swept swollen swopped swore sworn "
     "swum swung"},
    {TAG_PAST,
     "taken talcked taught thought threw thriven throve thrown told took tore torn torrify trafficked trameled "
     "tramelled transfixt tranship trod trodden typewritten typewrote"},
    {TAG_PAST,
     "unbent unbound unclad underbought underfed undergirt undergone underlaid underlain underlay underpaid "
     "undershot undersold understood undertaken undertook underwent underwritten underwrote undid undone unfroze "
     "unfrozen unlaid unlearnt unmade unrove unsaid unslung unspoke unspoken unstrung unstuck unswore unsworn "
     "untaught unthought untrod untrodden unwound upbuilt upheld uphove uprisen uprose upsprang upsprung upswept "
     "upswollen upswung"},
    {TAG_PAST,
     "waylaid went wept were whipsawn winterfed wiredrawn wiredrew withdrawn withdrew withheld withstood woke woken "
     "won wore worn wove woven written wrote wrought wrung"},
    {TAG_PAST,
     "ycleped yclept"},
    {TAG_INVARIANT,
     "become bet burst"},
    {TAG_INVARIANT,
     "cast come cost cut"},
    {TAG_INVARIANT,
     "hit hurt"},
    {TAG_INVARIANT,
     "overcome"},
    {TAG_INVARIANT,
     "put"},
    {TAG_INVARIANT,
     "quit"},
    {TAG_INVARIANT,
     "run"},
    {TAG_INVARIANT,
     "set shed shut split spread"},
    {0, NULL},
};

"""The words by which a sentence says that a dated thing happened, in three languages.

A verb in the past counts, and a participle behind its noun ("the session held in Nairobi"). What is
planned, denied, a habit or only cited does not.
"""

from __future__ import annotations

import re

_PAST = (
    # English
    r"(?:co-)?(?:held|hosted|organi[sz]ed|convened|launched|inaugurated|conducted|facilitated"
    r"|moderated|chaired|delivered)|took place|taken place|took part in|participated in|attended"
    r"|carried out|was taken|brought together|gathered|came together|met|visited|celebrated"
    r"|completed|saw the completion|rolled out|implemented"
    # French
    r"|(?:co-?)?organis(?:ée?s?|âmes|a|èrent)|(?:s'est|se sont|a|ont|avons) tenue?s?"
    r"|tenue?s?(?= (?:à|en|au|aux|le|du|de)\b)|eu lieu"
    r"|(?:a|ont|avons|avait) réuni|réunie?s?(?= (?:à|en|le|du)\b)"
    r"|rassemblé|lancée?s?|inaugurée?s?|menée?s?|réalisée?s?|animée?s?|accueillie?s?|célébrée?s?"
    r"|(?:a|ont|avons) participé|s'est réunie?|se sont réunie?s|conduite?s?(?= (?:à|en|au)\b)"
    # Spanish
    r"|(?:co)?organi(?:zó|zaron|zamos|zad[oa]s?)|celebr(?:ó|aron|amos|ad[oa]s?)"
    r"|tuv(?:o|ieron) lugar"
    r"|realiz(?:ó|aron|amos|ad[oa]s?)|lanz(?:ó|aron|amos|ad[oa]s?)|inaugur(?:ó|aron|amos|ad[oa]s?)"
    r"|reun(?:ió|ieron|imos)|convoc(?:ó|aron|amos)|llev(?:ó|aron|amos|ad[oa]s?) a cabo"
    r"|particip(?:ó|aron|amos) en|asisti(?:ó|eron|mos)|imparti(?:ó|eron|mos|d[oa]s?)"
    r"|visit(?:ó|aron|amos)|acogi(?:ó|eron)|congreg(?:ó|aron)"
)
# Verbs that tell of an event only with a month, or beside a thing that fits.
_WITH_MONTH = (
    r"trained|interviewed|surveyed|polled|established|founded|set up|published|released|presented"
    r"|adopted|met with|formée?s?|publiée?s?|présentée?s?"
    r"|adoptée?s?|fondée?s?|interrogée?s?|form(?:ó|aron|amos)|capacit(?:ó|aron|amos)|public(?:ó|aron"
    r"|amos|ad[oa]s?)|present(?:ó|aron|amos)|fund(?:ó|aron|amos)"
    r"|encuest(?:ó|aron|amos)|entrevist(?:ó|aron|amos)"
)
_MADE = (  # a thing of one's own that was made, told with a year alone
    r"(?:established|set up|created|founded|published|released|opened|créée?s?|fondée?s?|publiée?s?"
    r"|ouverte?s?|cre(?:ó|aron|amos)|fund(?:ó|aron|amos)|public(?:ó|aron|amos)|abri(?:ó|eron|mos))"
    r" (?:(?:the|its|our|an?|two|three|new|first|formal|global|le|la|les|son|sa|un|une|notre|el|los"
    r"|las|su|una|nuestr[oa]|[\w-]+) ){0,4}"
    r"(?:programmes?|programs?|network|projects?|cent(?:re|er)s?|offices?|shelters?|helplines?"
    r"|hotlines?|guides?|guidelines|handbooks?|toolkits?|programme|réseau|projet|bureau|refuges?"
    r"|foyers?|programas?|red|proyecto|centros?|oficinas?|albergues?|guía|manual|ligne|línea)\b"
    r"|(?:cent(?:re|er)s?|offices?|shelters?|helplines?|hotlines?|refuges?|bureaux?|centros?"
    r"|oficinas?|guides?|handbooks?) (?:was |were |a été |ont |fue(?:ron)? )?"
    r"(?:opened|published|launched|ouverte?s?|publiée?s?|abri(?:ó|eron)|publicad[oa]s?)\b"
)
PAST = re.compile(rf"(?<![\w-])(?:{_PAST})(?!\w)", re.I)
WITH_MONTH = re.compile(rf"(?<![\w-])(?:{_WITH_MONTH})(?!\w)", re.I)
MADE = re.compile(rf"(?<![\w-])(?:{_MADE})", re.I)
# Left of such a verb: it did not happen, or not yet.
NOT_PAST = re.compile(
    r"\b(?:will(?: not)?|shall|would|could|should|may|might|must|to|be|being|not|never|cannot|if"
    r"|sera|seront|serait|seraient|être|soit|va|vont|doit|doivent|pourra|jamais|pas|si|aurait"
    r"|será|serán|sería|ser|sea|va a|van a|debe|deben|nunca|no|no se|habría) "
    r"(?:(?:be|have|been|also|soon|être|avoir|encore|haber|sido) )*$",
    re.I,
)
PLANNED = re.compile(
    r"\b(?:cancel\w+|postponed|planned|scheduled|foreseen|will be|is to be|are to be|plans? to"
    r"|intends? to|aims? to|hopes? to|next year|forthcoming|upcoming|annul\w+|report(?:é|ée)s?\b"
    r"|prévu\w*|prévo\w+|prochain\w*|sera|seront|cancelad\w+|aplazad\w+|previst\w+|prev[ée]n?"
    r"|próxim\w+|se celebrará\w*|será|serán|planea\w*)\b",
    re.I,
)
# Left of a date: it is the end of a plan, the beginning of what goes on, or held beside another.
NO_DAY = re.compile(
    r"\b(?:by|until|before|since|till|as of|as at|than in|from before|d'ici(?: à)?|avant"
    r"|jusqu'(?:en|à|au)|depuis|antes de|para|hasta|desde|a partir de|à partir d[eu]"
    r"|contre [^,;]{0,30} en"
    r"|(?:against|compared (?:to|with)|up from|down from|frente a|que) [^,;]{0,40}|au titre de"
    r"|agenda|vision|horizon|for|pour|goals? for|édition|edition|version)"
    r" (?:the end of |early |mid-|late |le |la fin de |finales de |el )?(?:the year )?$",
    re.I,
)
NO_DAY_BEHIND = re.compile(r" ?(?:is the deadline|agenda|goals|edition|[-:] [A-Z]|\)? ?-- )", re.I)
LAW = re.compile(
    r"\b(?:laws?|acts?|bills?|codes?|decrees?|directives?|regulations?|conventions?|protocols?"
    r"|treaty|treaties|constitution|statutes?|lois?|décrets?|traités?|règlements?|leyes|ley"
    r"|decretos?|códigos?|tratados?|reglamentos?|convenios?|in force|en vigueur|en vigor)\b",
    re.I,
)
CITED = re.compile(
    r"\bpp?\. ?\d|accessed|available at|ISBN|para\. ?\d|vol\. ?\d|https?:|doi|et al|ibid"
    r"|retrieved|consulté|disponible en|\b[A-Z][\w'&.-]+,? \(?(?:19|20)\d\d[a-z]?\)[,.;:]?",
)
SAID_OF = re.compile(
    r"\b(?:according to|selon|d'après|según|de acuerdo con"
    r"|(?:stud(?:y|ies)|reports?|surveys?|polls?|étude|rapport|enquête|estudio|informe|encuesta)\b[^.;]{0,80}\b(?:found|finds?|shows?|showed"
    r"|suggests?|reveal\w*|montre\w*|révèle\w*|muestra\w*|reveló|mostró|indica\w*))\b",
    re.I,
)
ITSELF = re.compile(  # what a text says of itself
    r"\b(?:this|the present|la présente|le présent|cette|ce|el presente|la presente|est[ea])"
    r" (?:submission|report|document|contribution|input|rapport|informe|contribución|aporte)\b"
    r"|\b(?:response to the call|call for inputs?|appel à contributions?|convocatoria)\b"
    r"|\bw?e? ?(?:recommends?|urges?|calls? on|calls? for)\b"
    r"|\brecomm?[ae]nd(?:e|ons|amos|ations?)\b",
    re.I,
)
EVENT = re.compile(
    r"\b(?:workshops?|ateliers?|taller(?:es)?|conferences?|conférences?|conferencias?|summits?"
    r"|trainings?|formations?|capacitaci(?:ón|ones)|round ?tables?|tables? rondes?|mesas? redondas?"
    r"|meetings?|réunions?|reuni(?:ón|ones)|forum|seminars?|séminaires?|seminarios?|webinars?"
    r"|symposium|consultations?|side events?|events?|congress|congreso|jornadas?|campaigns?)\b",
    re.I,
)

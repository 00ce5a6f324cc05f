"""Words of English, French and Spanish that say how something is asked, not what is asked for."""

from __future__ import annotations


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


LITTLE = _set(
    """
    a about after again all already also am an and any are around as at be been before being but
    by can come comes could current currently did do does done for from get give go had has have
    he her here his how i if in into is it its just know last latest lately like many may me
    more most much my new newest no not now number numbers of on one ones only or other our out
    over own per please recent say she should show so some state stated such tell than that the
    their them then there these they this those time to today together total until up us use was
    we were what when which who whom whose why will with within would you your figure figures
    since between depuis entre desde count amount totally says said exactly really worldwide
    globally world global year years ago altogether overall took take taken part held hold
    hosted organised organized operate operates operating active located based work works doing
    where whole entire ever far during along across under above near among combien comment quel
    quelle quels quelles est sont etes avez avons ont au aux avec ce ces cette cela d dans de
    des du elle elles en et etait eu font fait il ils j je l la le les leur leurs mais nos notre
    nous ou par pas pour qu que qui s sa se ses son sur t ta te tous tout toute toutes un une
    vos votre vous y tenu tenus organise organises nombre chiffre actuellement aujourd hui ya
    annee ans n c cuanto cuanta cuantos cuantas cual cuales hay es esta estan tiene tienen
    tenemos tienes ha han hemos al con cuando del donde el ella ellos era eso este estos estas
    fue fueron las lo los mas mi nosotros nuestra nuestro nuestros o para pero por porque si sin
    sobre su sus tu una unas unos usted ustedes vosotros organizado organizados organizaron
    celebrado numero cifra actualmente hoy ano anos
    """
)
OURS = _set(
    "you your we our us nous notre nos vous votre vos nuestra nuestro nuestros ustedes usted"
)
GROWTH = _set(
    """
    grow grows grown grew growing growth increase increased increases increasing change changed
    changes changing trend trends evolve evolved evolution expand expanded expansion rise risen
    rose decline declined decrease decreased shrink shrunk bigger larger doubled croissance
    croitre cru grandi grandir augmente augmenter augmentation hausse baisse evolue evoluer
    progresse progression tendance changement crecimiento crecer crecido crecio aumento
    aumentado aumentar evolucion evolucionado tendencia cambio cambiado cambios
    """
)
SINCE = frozenset({"since", "depuis", "desde"})
BETWEEN = frozenset({"between", "from", "entre"}) | SINCE  # with two years
SUBMISSION = frozenset(
    {"submission", "submissions", "soumission", "contribution", "presentacion", "contribucion"}
)
MONTHS = {
    name: number
    for names in (
        "january february march april may june july august september october november december",
        "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    )
    for number, name in enumerate(names.split(), start=1)
}
# Parts of the world: the name in English, then as it may be typed. No table lists their countries:
# a text is about them where it names them.
REGIONS = (
    ("Africa", "African", "Afrique", "África"),
    ("Asia", "Asian", "Asie"),
    ("Europe", "European", "Europa"),
    ("Latin America", "Amérique latine", "América Latina", "Latinoamérica"),
    ("North America", "Amérique du Nord", "América del Norte", "Norteamérica"),
    ("Middle East", "Moyen-Orient", "Oriente Medio", "Medio Oriente"),
    ("North Africa", "Afrique du Nord", "África del Norte"),
    ("Central Asia", "Asie centrale", "Asia Central"),
    ("East Asia", "Asie de l'Est", "Asia Oriental"),
    ("South Asia", "Asie du Sud", "Asia del Sur"),
    ("Southeast Asia", "South-East Asia", "Asie du Sud-Est", "Sudeste Asiático"),
    ("Eastern Europe", "Europe de l'Est", "Europa del Este", "Europa Oriental"),
    ("Western Balkans", "Balkans", "Balcanes"),
    ("Caribbean", "Caraïbes", "Caribe"),
    ("Pacific", "Pacifique", "Pacífico"),
    ("Oceania", "Océanie", "Oceanía"),
)

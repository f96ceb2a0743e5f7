package org.taniq.tell;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.taniq.base.Json;
import org.taniq.base.Said;
import org.taniq.base.Text;
import org.taniq.base.Trouble;
import org.taniq.seal.Evidenced;
import org.taniq.seal.Pixels;
import org.taniq.seal.Pointer;
import org.taniq.seal.RawText;

/// What must not be seen in what leaves: senders, names inside texts, and areas of pictures. A name is
/// looked for however it is written (case, diacritics, look-alike letters, a suffix); what may be it is
/// withheld.
public final class Withholding {
    /// A shorter name is looked for as a whole word only, or nothing would be left.
    private static final int SHORTEST_PART = 3;
    private static final int SHORTEST_OF_MANY = 2;
    private static final int SHORTEST_NUMBER = 5;
    /// A telephone number is written with its country, with 0, or alone: its end is always the same.
    private static final int SUBSCRIBER = 7;
    /// How often what is left of a text is looked at again, before all of it is withheld.
    private static final int ROUNDS = 16;

    /// What a source has under a name of its own.
    private static final String MEMBER = "member";

    private final Set<String> senders;
    private final Set<String> words;
    private final PlaceAndDevice placeAndDevice;
    private final Set<String> names = new HashSet<>();
    private final Set<String> ofManyLetters = new HashSet<>();
    private final Signs signs = new Signs();
    private final WithheldAccounts accounts = new WithheldAccounts();
    private final Map<Pointer, List<Pixels.Area>> areas;
    private final Map<String, String> pseudonyms = new LinkedHashMap<>();

    /// Of which exhibits it is shown where pictures were taken, with which device, and what else programs noted in
    /// them: of none, unless that is asked for.
    public sealed interface PlaceAndDevice {
        PlaceAndDevice WITHHELD = new ShownOf(Set.of());
        PlaceAndDevice SHOWN = new ShownOfAll();

        record ShownOfAll() implements PlaceAndDevice {}

        record ShownOf(Set<Dossier.Choice> exhibits) implements PlaceAndDevice {
            public ShownOf {
                exhibits = Set.copyOf(exhibits);
            }
        }
    }

    /// As the other one, with place and device withheld.
    public Withholding(Set<String> senders, Set<String> words, Map<Pointer, List<Pixels.Area>> areas) {
        this(senders, words, areas, PlaceAndDevice.WITHHELD);
    }

    /// @param senders names as the source wrote them; they are also looked for inside texts
    /// @param words further names
    /// @param areas by the picture, either as it was acquired or the canonical one made of it
    public Withholding(
            Set<String> senders,
            Set<String> words,
            Map<Pointer, List<Pixels.Area>> areas,
            PlaceAndDevice placeAndDevice) {
        this.placeAndDevice = placeAndDevice;
        this.senders = Set.copyOf(senders);
        this.words = Set.copyOf(words);
        this.areas = new HashMap<>(areas);
        senders.forEach(this::name);
        words.forEach(this::name);
    }

    /// An area that a person named lies outside its picture.
    public static final class NoSuchArea extends Trouble {
        private static final long serialVersionUID = 1;

        NoSuchArea(Said said) {
            super(said);
        }
    }

    /// Withholds from now on the accounts of those whose names are withheld, and their other names.
    ///
    /// @return what that is, as the sources write it
    Set<String> withhold(NamedAccounts named) {
        if (!withholdsNames()) {
            return Set.of();
        }
        var found = named.of(this);
        var also = new LinkedHashSet<String>(found.ids());
        found.names().stream().filter(name -> !withholdsSender(name)).forEach(also::add);
        found.names().forEach(this::otherName);
        for (var id : found.ids()) {
            accounts.addId(id);
            WithheldAccounts.telephones(id).forEach(this::number);
        }
        return also;
    }

    /// Looked for as a whole: words of it are those of others, too.
    private void otherName(String name) {
        String letters = letters(name);
        accounts.addName(name);
        WithheldAccounts.telephones(name).forEach(this::number);
        if (letters.isEmpty()) {
            signs.add(name);
        }
        if (letters.length() >= Letters.NOT_BY_CHANCE && !isNumber(letters)) {
            names.add(letters);
        }
    }

    /// Whether these are one whose name is withheld: by the whole name, by a whole word of it, or by the id.
    boolean withholdsBearer(String name, String id) {
        return senders.contains(name) || senders.contains(id) || shortWords(name) || words.contains(id);
    }

    /// Each word of a name is withheld by itself: "Aysel" of "Aysel Məmmədli" too.
    private void name(String name) {
        String digits = digits(name);
        number(digits);
        if (isNumber(digits) && name.codePoints().noneMatch(Character::isLetter)) {
            return;
        }
        if (letters(name).isEmpty()) {
            signs.add(name);
        }
        for (var word : name.strip().split("[\\s\\p{Z}]+")) {
            if (word.length() > 1 && word.codePoints().allMatch(Withholding::isOneOfMany)) {
                ofManyLetters.add(word);
            }
            if (!letters(word).isEmpty()) {
                names.add(letters(word));
            }
        }
    }

    private void number(String digits) {
        if (isNumber(digits)) {
            names.add(digits.substring(Math.max(0, digits.length() - SUBSCRIBER)));
        }
    }

    /// Of a script of so many letters that most pairs of bytes are one.
    private static boolean isOneOfMany(int point) {
        return point > 0x10FF && (point < 0x1E00 || point > 0x1EFF);
    }

    /// Words of names in scripts of many letters, as they were written.
    Set<String> ofManyLetters() {
        return ofManyLetters;
    }

    /// Whether a word can be looked for inside texts without finding it everywhere.
    public static boolean canBeFound(String word) {
        return word.codePoints().anyMatch(Character::isLetterOrDigit) || Signs.isPicture(word);
    }

    public boolean isNothing() {
        return !withholdsNames() && areas.isEmpty();
    }

    /// Whether a detail stays because of its name, or of what a source says in it under names of its own.
    boolean withholdsDetail(Dossier.Choice exhibit, String name, List<Json> value) {
        return !showsPlaceAndDevice(exhibit)
                && (UnlessAsked.details().contains(name)
                        || name.equals(MEMBER)
                                && value.stream()
                                        .flatMap(each -> each.objects().stream())
                                        .anyMatch(UnlessAsked::isMember));
    }

    boolean showsPlaceAndDevice(Dossier.Choice exhibit) {
        return switch (placeAndDevice) {
            case PlaceAndDevice.ShownOfAll() -> true;
            case PlaceAndDevice.ShownOf(var exhibits) -> exhibits.contains(exhibit);
        };
    }

    /// Whether names are withheld, so that what cannot be searched must not leave.
    boolean withholdsNames() {
        return !names.isEmpty() || !signs.isEmpty();
    }

    boolean withholdsSender(String name) {
        return senders.contains(name) || contains(name);
    }

    /// The same for one account throughout a dossier: A, B, … and then A1. Where the source says a name alone, and
    /// where
    /// many may write under one address, it is the same for one name.
    String pseudonym(String name, String id) {
        boolean isOfOne = !id.isEmpty() && !WithheldAccounts.isMail(id);
        String sender = isOfOne ? "id " + WithheldAccounts.key(id) : "name " + name + "\n" + id;
        return pseudonyms.computeIfAbsent(sender, _ -> letter(pseudonyms.size()));
    }

    private static String letter(int n) {
        return (char) ('A' + n % 26) + (n < 26 ? "" : Integer.toString(n / 26));
    }

    int pseudonyms() {
        return pseudonyms.size();
    }

    /// The pictures of which a part is withheld.
    Set<Pointer> pictures() {
        return Set.copyOf(areas.keySet());
    }

    List<Pixels.Area> areas(Pointer picture) {
        return areas.getOrDefault(picture, List.of());
    }

    /// Which pieces of a text are withheld. Where a name is spread over pieces, those are that it touches;
    /// then what is left is looked at again, because it is read together. Of a number all are.
    Set<Integer> pieces(List<String> pieces) {
        var withheld = new HashSet<Integer>();
        for (int i = 0; i < pieces.size(); i++) {
            if (contains(pieces.get(i))) {
                withheld.add(i);
            }
        }
        for (int round = 0; round < ROUNDS; round++) {
            var places = new TreeMap<Integer, Integer>();
            String left = left(pieces, withheld, places);
            if (holdsNumber(left) || signs.standIn(left)) {
                break;
            }
            var touched = touched(left, places);
            if (touched.isEmpty()) {
                return withheld;
            }
            withheld.addAll(touched);
        }
        return IntStream.range(0, pieces.size()).boxed().collect(Collectors.toSet());
    }

    /// The text of the pieces that are not withheld.
    ///
    /// @param places filled: the number of each of them by where it begins
    private static String left(List<String> pieces, Set<Integer> withheld, NavigableMap<Integer, Integer> places) {
        var text = new StringBuilder();
        for (int i = 0; i < pieces.size(); i++) {
            if (!withheld.contains(i) && !pieces.get(i).isEmpty()) {
                places.put(text.length(), i);
                text.append(pieces.get(i));
            }
        }
        return text.toString();
    }

    private Set<Integer> touched(String left, NavigableMap<Integer, Integer> places) {
        var letters = Letters.of(left);
        return Stream.concat(longNames().flatMap(name -> letters.spans(name).stream()), accounts.spans(left).stream())
                .flatMap(span ->
                        places
                                .subMap(Objects.requireNonNull(places.floorKey(span.from())), span.to())
                                .values()
                                .stream())
                .collect(Collectors.toSet());
    }

    /// Whether a withheld name stands in the text, in whatever spelling.
    boolean contains(String text) {
        if (!withholdsNames()) {
            return false;
        }
        return containsLong(text) || shortWords(text) || signs.standIn(text) || accounts.standIn(text);
    }

    /// Whether no withheld name can be read in values that came out of evidence, each by itself and all together. In
    /// what is not Unicode anything may be read.
    boolean isFree(List<Json> values) {
        if (!withholdsNames()) {
            return true;
        }
        var names = new NameSearch(this);
        return Evidenced.words(values).stream().noneMatch(names::inText)
                && values.stream().flatMap(value -> value.objects().stream()).noneMatch(RawText::isBytes);
    }

    /// As [#contains], among letters that stand there by chance: a short name only as a word, and one or two
    /// letters and mere punctuation not at all.
    boolean containsAmidChance(String text) {
        return containsLongName(text)
                || words(text).anyMatch(this::isShortName)
                || holdsNumber(text)
                || accounts.standIn(text)
                || signs.areShownIn(text);
    }

    private boolean isShortName(String letters) {
        return letters.length() >= SHORTEST_PART && names.contains(letters);
    }

    /// As [#contains], but a short name only where a word begins with it.
    boolean containsInNote(String text) {
        var letters = Letters.of(text);
        return containsLongName(text)
                || longNames().anyMatch(letters::holdAtWord)
                || shortWords(text)
                || holdsNumber(text)
                || accounts.standIn(text)
                || signs.standIn(text);
    }

    /// Whether a name is in the text that is too long to be there by chance.
    boolean containsLongName(String text) {
        var letters = Letters.of(text);
        return names.stream()
                .filter(name -> name.length() >= Letters.NOT_BY_CHANCE || isOfMany(name))
                .anyMatch(letters::hold);
    }

    private boolean containsLong(String text) {
        var letters = Letters.of(text);
        return longNames().anyMatch(letters::hold) || holdsNumber(text);
    }

    private boolean holdsNumber(String text) {
        String digits = digits(text);
        return names.stream().filter(Withholding::isNumber).anyMatch(digits::contains);
    }

    private Stream<String> longNames() {
        return names.stream().filter(name -> name.length() >= SHORTEST_PART || isOfMany(name));
    }

    /// 李明 stands inside a text that has no spaces.
    private static boolean isOfMany(String name) {
        return name.length() >= SHORTEST_OF_MANY && Letters.areMany(name);
    }

    private boolean shortWords(String text) {
        return words(text).anyMatch(names::contains);
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.split("[\\s\\p{Z}\\p{P}]+")).map(Withholding::letters);
    }

    private static boolean isNumber(String name) {
        return name.length() >= SHORTEST_NUMBER && name.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static String letters(String text) {
        return Letters.of(text).alone();
    }

    private static String digits(String text) {
        var digits = new StringBuilder();
        Text.fold(text)
                .folded()
                .codePoints()
                .filter(Character::isDigit)
                .forEach(point -> digits.append(Character.digit(point, 10)));
        return digits.toString();
    }
}

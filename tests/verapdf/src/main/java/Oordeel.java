import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;

/**
 * Judges PDFs with veraPDF: PDF/A-2a and PDF/UA-1.
 *
 * <p>Reads paths, one a line, from standard input (UTF-8) and prints one line of JSON for each
 * file and flavour: {@code bestand, vorm, goed, toetsen, gefaald}, or {@code fout} when it could
 * not be read as a PDF. Ends with 0 when every file got a line, whatever the judgement.
 */
public final class Oordeel {
    private static final PDFAFlavour[] VORMEN = {PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1};

    private Oordeel() {}

    public static void main(String[] args) throws Exception {
        Logger.getLogger("").setLevel(Level.SEVERE);
        PrintStream uit = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        VeraGreenfieldFoundryProvider.initialise();
        for (String pad = in.readLine(); pad != null; pad = in.readLine()) {
            for (PDFAFlavour vorm : VORMEN) {
                uit.println(json(oordeel(pad, vorm)));
            }
        }
    }

    private static Map<String, Object> oordeel(String pad, PDFAFlavour vorm) {
        Map<String, Object> regel = new LinkedHashMap<>();
        regel.put("bestand", pad);
        regel.put("vorm", vorm.getId());
        try (PDFAParser lezer = Foundries.defaultInstance().createParser(new File(pad), vorm);
                PDFAValidator keurder =
                        Foundries.defaultInstance()
                                .createValidator(vorm, 1, false, true, false)) {
            ValidationResult uitslag = keurder.validate(lezer);
            regel.put("goed", uitslag.isCompliant());
            regel.put("toetsen", uitslag.getTotalAssertions());
            regel.put("gefaald", gefaald(uitslag));
        } catch (Exception fout) {
            regel.put("fout", fout.toString());
        }
        return regel;
    }

    /** Each rule that failed, with how often, and where and why the first time. */
    private static List<Map<String, Object>> gefaald(ValidationResult uitslag) {
        ValidationProfile profiel = uitslag.getValidationProfile();
        Map<String, Map<String, Object>> regels = new LinkedHashMap<>();
        for (TestAssertion toets : uitslag.getTestAssertions()) {
            if (toets.getStatus() != TestAssertion.Status.FAILED) {
                continue;
            }
            RuleId id = toets.getRuleId();
            regels.computeIfAbsent(id.getClause() + " #" + id.getTestNumber(), sleutel -> {
                Map<String, Object> regel = new LinkedHashMap<>();
                regel.put("clausule", id.getClause());
                regel.put("toets", id.getTestNumber());
                regel.put("omschrijving", profiel.getRuleByRuleId(id).getDescription());
                regel.put("aantal", uitslag.getFailedChecks().get(id));
                regel.put("melding", toets.getErrorMessage());
                regel.put("plek", toets.getLocation().getContext());
                return regel;
            });
        }
        return new ArrayList<>(regels.values());
    }

    private static String json(Object waarde) {
        if (waarde instanceof Map) {
            return ((Map<?, ?>) waarde)
                    .entrySet().stream()
                            .map(paar -> json(paar.getKey()) + ": " + json(paar.getValue()))
                            .collect(Collectors.joining(", ", "{", "}"));
        }
        if (waarde instanceof List) {
            return ((List<?>) waarde)
                    .stream().map(Oordeel::json).collect(Collectors.joining(", ", "[", "]"));
        }
        return waarde instanceof String ? tekst((String) waarde) : String.valueOf(waarde);
    }

    private static String tekst(String waarde) {
        StringBuilder uit = new StringBuilder("\"");
        for (char teken : waarde.toCharArray()) {
            if (teken == '"' || teken == '\\') {
                uit.append('\\').append(teken);
            } else if (teken < 0x20 || Character.isSurrogate(teken)) {
                uit.append(String.format("\\u%04x", (int) teken));
            } else {
                uit.append(teken);
            }
        }
        return uit.append('"').toString();
    }
}

package org.proviso.migration;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Looks through a workbook's archive before anything in it is used: no part may be larger than it should
/// when it is unpacked, stand twice, or declare a document type; what is not read is noted.
final class XlsxArchive {

    private static final int MAX_PARTS = 2_000;
    private static final long MAX_PART = 64L << 20;
    private static final long MAX_ALL = 192L << 20;
    private static final int MAX_DEPTH = 64;

    private final String name;
    private final List<Finding> findings;
    private long unpacked;

    private XlsxArchive(String name, List<Finding> findings) {
        this.name = name;
        this.findings = findings;
    }

    /// @return whether it says how numbers are shown, which tells dates from other numbers
    /// @throws UnusableImport if the file is no such archive, or could do harm
    static boolean check(Path file, String name, List<Finding> findings) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new XlsxArchive(name, findings).check(zip).stream().anyMatch(part -> part.endsWith("styles.xml"));
        } catch (ZipException e) {
            throw new UnusableImport(name + " is not an .xlsx workbook: " + e.getMessage() + ".");
        }
    }

    /// The names of the parts.
    private Set<String> check(ZipFile zip) throws IOException {
        if (zip.size() > MAX_PARTS) {
            throw new UnusableImport(name + " has more than " + MAX_PARTS + " parts.");
        }
        Set<String> names = new HashSet<>();
        for (Enumeration<? extends ZipEntry> parts = zip.entries(); parts.hasMoreElements(); ) {
            ZipEntry part = parts.nextElement();
            String partName = part.getName().toLowerCase(Locale.ROOT);
            if (!names.add(partName)) {
                throw new UnusableImport(name + " holds the part " + part.getName() + " twice.");
            }
            try (InputStream bytes = new Limited(zip.getInputStream(part), part.getName())) {
                if (partName.endsWith(".xml") || partName.endsWith(".rels")) {
                    checkXml(bytes, part.getName());
                } else {
                    bytes.transferTo(java.io.OutputStream.nullOutputStream());
                }
            }
        }
        noteUnread(names);
        return names;
    }

    private void noteUnread(Set<String> names) {
        note(names, "vbaproject", "Macros are not read and not run.");
        note(names, "xl/externallinks/", "Links to other workbooks are not followed.");
        note(names, "xl/comments", "Comments stay out.");
        note(names, "xl/threadedcomments/", "Comments stay out.");
        note(names, "xl/media/", "Images stay out.");
    }

    private void note(Set<String> names, String part, String message) {
        if (names.stream().anyMatch(partName -> partName.contains(part))) {
            findings.add(Finding.note(new Place(name, 1, ""), message));
        }
    }

    /// Reads all of it, so that what is unpacked is counted, and counts merged cells.
    private void checkXml(InputStream bytes, String part) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        int merged = 0;
        int depth = 0;
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(bytes);
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.DTD ->
                        throw new UnusableImport(name + ": " + part + " declares a document type.");
                    case XMLStreamConstants.START_ELEMENT -> {
                        merged += xml.getLocalName().equals("mergeCell") ? 1 : 0;
                        if (++depth > MAX_DEPTH) {
                            throw new UnusableImport(name + ": " + part + " is nested too deep.");
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> depth--;
                    default -> {}
                }
            }
        } catch (XMLStreamException e) {
            throw new UnusableImport(name + ": " + part + " is not XML that a workbook has.");
        }
        if (merged > 0) {
            findings.add(Finding.note(
                    new Place(name, 1, part),
                    merged + " merged areas: only the first cell of each has a value.",
                    "Fill in every row, and import again."));
        }
    }

    private UnusableImport tooLarge(String part) {
        return new UnusableImport(name + ": " + part + " is larger than a table of clauses is when it is unpacked.");
    }

    /// Gives up where a part, or all of them, take more than they may.
    private final class Limited extends FilterInputStream {

        private final String part;
        private long read;

        Limited(InputStream in, String part) {
            super(in);
            this.part = part;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int got = super.read(buffer, offset, length);
            count(Math.max(got, 0));
            return got;
        }

        private void count(int more) {
            read += more;
            unpacked += more;
            if (read > MAX_PART || unpacked > MAX_ALL) {
                throw tooLarge(part);
            }
        }
    }
}

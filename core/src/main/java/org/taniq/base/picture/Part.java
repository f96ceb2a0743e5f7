package org.taniq.base.picture;

/// A part of a file, by the name or number that it has there.
///
/// @param name four letters, or of a segment of JPEG its number as a character
/// @param from first byte of its content
/// @param to the byte after the last one; may lie behind the end of the file
public record Part(String name, long from, long to) {

    /// Takes the parts in their order.
    ///
    /// @param <E> what it throws to end it
    @FunctionalInterface
    public interface Taker<E extends Exception> {
        void take(Part part) throws E;
    }

    public byte[] in(Octets file) {
        return file.part(from, to);
    }
}

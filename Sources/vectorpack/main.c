// Packs files into a Swift source file, so that a program carries them: vectorpack OUTPUT ROOT PATH...
//
// Each file is compressed as one LZ4 block (the LZ4 block format, lz4.org) and written in Base64. It runs at every build
// that follows a change of a file, in the debug configuration too, hence C.

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    MIN_MATCH = 4,
    // The format demands that a block ends with five literals, and that no match starts in its last twelve bytes.
    LAST_LITERALS = 5,
    MATCH_LIMIT = 12,
    MAX_OFFSET = 65535,
    HASH_BITS = 16,
    // More candidates make the blocks smaller by less than a hundredth.
    MAX_CANDIDATES = 64,
};

typedef struct {
    uint8_t *bytes;
    size_t count;
} buffer;

static void fail(const char *what, const char *path) {
    fprintf(stderr, "vectorpack: %s: %s\n", path, what);
    exit(1);
}

static void *allocate(size_t count) {
    void *memory = malloc(count > 0 ? count : 1);
    if (memory == NULL) fail("out of memory", "-");
    return memory;
}

static buffer read_file(const char *path) {
    FILE *file = fopen(path, "rb");
    if (file == NULL || fseek(file, 0, SEEK_END) != 0) fail("can't be read", path);
    long size = ftell(file);
    if (size < 0 || size > INT32_MAX) fail("is too long", path);
    rewind(file);
    buffer content = {allocate((size_t)size), (size_t)size};
    if (fread(content.bytes, 1, content.count, file) != content.count) fail("can't be read", path);
    fclose(file);
    return content;
}

static uint32_t read32(const uint8_t *bytes) {
    uint32_t value;
    memcpy(&value, bytes, sizeof value);
    return value;
}

static uint32_t hash(uint32_t value) { return value * 2654435761u >> (32 - HASH_BITS); }

// A length of 15 or more goes on in bytes behind the token.
static uint8_t *write_length(uint8_t *out, size_t length) {
    for (length -= 15; length >= 255; length -= 255) *out++ = 255;
    *out++ = (uint8_t)length;
    return out;
}

// Writes literals and, unless it is 0, the match of `length` bytes `offset` bytes back.
static uint8_t *write_sequence(uint8_t *out, const uint8_t *literals, size_t count, size_t offset, size_t length) {
    size_t match = length > 0 ? length - MIN_MATCH : 0;
    *out++ = (uint8_t)((count < 15 ? count : 15) << 4 | (match < 15 ? match : 15));
    if (count >= 15) out = write_length(out, count);
    memcpy(out, literals, count);
    out += count;
    if (length == 0) return out;
    *out++ = (uint8_t)offset;
    *out++ = (uint8_t)(offset >> 8);
    return match >= 15 ? write_length(out, match) : out;
}

static size_t match_length(const uint8_t *first, const uint8_t *second, const uint8_t *end) {
    const uint8_t *start = second;
    while (second < end && *first == *second) first++, second++;
    return (size_t)(second - start);
}

static buffer compress(buffer input) {
    const uint8_t *bytes = input.bytes;
    buffer block = {allocate(input.count + input.count / 255 + 16), 0};
    int32_t *heads = allocate(sizeof(int32_t) << HASH_BITS);
    int32_t *previous = allocate(sizeof(int32_t) * input.count);
    memset(heads, 0xFF, sizeof(int32_t) << HASH_BITS);
    uint8_t *out = block.bytes;
    size_t written = 0;
    size_t limit = input.count > MATCH_LIMIT ? input.count - MATCH_LIMIT : 0;
    for (size_t here = 0, next; here < limit; here = next) {
        size_t best = 0, offset = 0;
        int32_t candidate = heads[hash(read32(bytes + here))];
        for (int tries = MAX_CANDIDATES; candidate >= 0 && tries > 0; tries--, candidate = previous[candidate]) {
            size_t distance = here - (size_t)candidate;
            if (distance > MAX_OFFSET) break;
            size_t length = match_length(bytes + candidate, bytes + here, bytes + input.count - LAST_LITERALS);
            if (length > best) best = length, offset = distance;
        }
        next = here + 1;
        if (best >= MIN_MATCH) {
            out = write_sequence(out, bytes + written, here - written, offset, best);
            written = next = here + best;
        }
        for (size_t passed = here; passed < next && passed < limit; passed++) {
            uint32_t slot = hash(read32(bytes + passed));
            previous[passed] = heads[slot];
            heads[slot] = (int32_t)passed;
        }
    }
    out = write_sequence(out, bytes + written, input.count - written, 0, 0);
    block.count = (size_t)(out - block.bytes);
    free(heads);
    free(previous);
    return block;
}

static void write_base64(FILE *file, buffer data) {
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (size_t index = 0; index < data.count; index += 3) {
        size_t left = data.count - index;
        uint32_t group = (uint32_t)data.bytes[index] << 16;
        if (left > 1) group |= (uint32_t)data.bytes[index + 1] << 8;
        if (left > 2) group |= data.bytes[index + 2];
        putc(digits[group >> 18], file);
        putc(digits[group >> 12 & 63], file);
        putc(left > 1 ? digits[group >> 6 & 63] : '=', file);
        putc(left > 2 ? digits[group & 63] : '=', file);
    }
}

int main(int argc, char **argv) {
    if (argc < 3) {
        fprintf(stderr, "usage: vectorpack OUTPUT ROOT PATH...\n");
        return 2;
    }
    FILE *file = fopen(argv[1], "wb");
    if (file == NULL) fail("can't be written", argv[1]);
    fprintf(file, "extension EmbeddedFiles {\n    static let table: [EmbeddedFile] = [\n");
    for (int index = 3; index < argc; index++) {
        // A path goes into a Swift literal as it stands.
        if (strpbrk(argv[index], "\"\\\n\r") != NULL) fail("is no name for a file of the vectors", argv[index]);
        size_t length = strlen(argv[2]) + strlen(argv[index]) + 2;
        char *path = allocate(length);
        snprintf(path, length, "%s/%s", argv[2], argv[index]);
        buffer content = read_file(path);
        buffer block = compress(content);
        fprintf(file, "        EmbeddedFile(path: \"%s\", byteCount: %zu, block: \"", argv[index], content.count);
        write_base64(file, block);
        fprintf(file, "\"),\n");
        free(path);
        free(content.bytes);
        free(block.bytes);
    }
    fprintf(file, "    ]\n}\n");
    if (ferror(file) || fclose(file) != 0) fail("can't be written", argv[1]);
    return 0;
}

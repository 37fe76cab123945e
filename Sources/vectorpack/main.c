// Packs files into a Swift source file, so that a program carries them: vectorpack OUTPUT ROOT PATH...
//
// Each file is compressed as one LZ4 block (the LZ4 block format, lz4.org), where it helps with another file as its dictionary, and
// written as characters of seven bits. It runs at every build that follows a change of a file, in the debug configuration
// too, hence C.

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
    // How many files of the same folder are tried as dictionary.
    MAX_NEIGHBOURS = 3,
};

typedef struct {
    uint8_t *bytes;
    size_t count;
} buffer;

typedef struct {
    const char *path;
    buffer content;
    buffer block;
    // The file that is the dictionary; -1 for none.
    int base;
} packed_file;

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

// A block of `input`, whose matches may reach back into the last bytes of `dictionary`.
static buffer compress(buffer input, buffer dictionary) {
    size_t start = dictionary.count < MAX_OFFSET ? dictionary.count : MAX_OFFSET;
    size_t count = start + input.count;
    uint8_t *bytes = allocate(count);
    memcpy(bytes, dictionary.bytes + dictionary.count - start, start);
    memcpy(bytes + start, input.bytes, input.count);
    buffer block = {allocate(input.count + input.count / 255 + 16), 0};
    int32_t *heads = allocate(sizeof(int32_t) << HASH_BITS);
    int32_t *previous = allocate(sizeof(int32_t) * count);
    memset(heads, 0xFF, sizeof(int32_t) << HASH_BITS);
    uint8_t *out = block.bytes;
    size_t written = start;
    size_t limit = count > MATCH_LIMIT ? count - MATCH_LIMIT : 0;
    for (size_t here = 0, next; here < limit; here = next) {
        next = here + 1;
        if (here >= start) {
            size_t best = 0, offset = 0;
            int32_t candidate = heads[hash(read32(bytes + here))];
            for (int tries = MAX_CANDIDATES; candidate >= 0 && tries > 0; tries--, candidate = previous[candidate]) {
                size_t distance = here - (size_t)candidate;
                if (distance > MAX_OFFSET) break;
                size_t length = match_length(bytes + candidate, bytes + here, bytes + count - LAST_LITERALS);
                if (length > best) best = length, offset = distance;
            }
            if (best >= MIN_MATCH) {
                out = write_sequence(out, bytes + written, here - written, offset, best);
                written = next = here + best;
            }
        }
        for (size_t passed = here; passed < next && passed < limit; passed++) {
            uint32_t slot = hash(read32(bytes + passed));
            previous[passed] = heads[slot];
            heads[slot] = (int32_t)passed;
        }
    }
    out = write_sequence(out, bytes + written, count - written, 0, 0);
    block.count = (size_t)(out - block.bytes);
    free(heads);
    free(previous);
    free(bytes);
    return block;
}

// The length of the path up to its last slash.
static size_t folder_length(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash == NULL ? 0 : (size_t)(slash - path) + 1;
}

// Compresses a file alone, and with each earlier file as its dictionary that has the same name in another folder or is a near
// neighbour; keeps the shortest block. A dictionary has none itself, so that a reader unpacks two files at most.
static void pack(packed_file *files, int index) {
    packed_file *file = files + index;
    size_t folder = folder_length(file->path);
    file->base = -1;
    file->block = compress(file->content, (buffer){file->content.bytes, 0});
    for (int other = index - 1, neighbours = 0; other >= 0; other--) {
        if (files[other].base >= 0) continue;
        size_t other_folder = folder_length(files[other].path);
        int is_neighbour = other_folder == folder && memcmp(files[other].path, file->path, folder) == 0;
        if (is_neighbour && ++neighbours > MAX_NEIGHBOURS) continue;
        if (!is_neighbour && strcmp(files[other].path + other_folder, file->path + folder) != 0) continue;
        buffer block = compress(file->content, files[other].content);
        // A dictionary costs time, so it has to be worth it.
        int is_better = block.count < file->block.count - file->block.count / 32;
        buffer worse = is_better ? file->block : block;
        if (is_better) file->block = block, file->base = other;
        free(worse.bytes);
    }
}

// Seven bits a character: every character of ASCII stands in a Swift literal as one byte, some of them escaped.
static void write_septets(FILE *file, buffer data) {
    size_t bit_count = data.count * 8;
    for (size_t bit = 0; bit < bit_count; bit += 7) {
        // The seven bits from `bit` on lie in two bytes; zeros fill the last character.
        uint32_t pair = (uint32_t)data.bytes[bit / 8] << 8;
        if (bit / 8 + 1 < data.count) pair |= data.bytes[bit / 8 + 1];
        unsigned character = pair >> (9 - bit % 8) & 0x7F;
        if (character < 0x20 || character == 0x7F) {
            fprintf(file, "\\u{%X}", character);
        } else {
            if (character == '"' || character == '\\') putc('\\', file);
            putc((int)character, file);
        }
    }
}

int main(int argc, char **argv) {
    if (argc < 3) {
        fprintf(stderr, "usage: vectorpack OUTPUT ROOT PATH...\n");
        return 2;
    }
    int count = argc - 3;
    packed_file *files = allocate(sizeof *files * (size_t)count);
    for (int index = 0; index < count; index++) {
        files[index].path = argv[index + 3];
        // A path goes into a Swift literal as it stands.
        if (strpbrk(files[index].path, "\"\\\n\r") != NULL) fail("is no name for a file of the vectors", files[index].path);
        size_t length = strlen(argv[2]) + strlen(files[index].path) + 2;
        char *path = allocate(length);
        snprintf(path, length, "%s/%s", argv[2], files[index].path);
        files[index].content = read_file(path);
        free(path);
        pack(files, index);
    }
    FILE *file = fopen(argv[1], "wb");
    if (file == NULL) fail("can't be written", argv[1]);
    fprintf(file, "extension EmbeddedFiles {\n    static let table: [EmbeddedFile] = [\n");
    for (int index = 0; index < count; index++) {
        packed_file *packed = files + index;
        fprintf(file, "        EmbeddedFile(path: \"%s\", byteCount: %zu, ", packed->path, packed->content.count);
        fprintf(file, "base: %d, block: \"", packed->base);
        write_septets(file, packed->block);
        fprintf(file, "\"),\n");
    }
    fprintf(file, "    ]\n}\n");
    if (ferror(file) || fclose(file) != 0) fail("can't be written", argv[1]);
    return 0;
}

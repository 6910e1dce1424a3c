// Only here to own the precompiled header of all tests.
int main() {}

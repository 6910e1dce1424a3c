# What bare_debian.sh does as a person in the bare system; with "window", the same on a display.
set -euo pipefail
cd
if [ "${1:-}" = window ]; then
    Xvfb :77 -screen 0 1280x900x24 -nolisten tcp &
    server=$!
    sleep 2
    DISPLAY=:77 exhibit17-desktop &
    window=$!
    DISPLAY=:77 timeout 30 xdotool search --sync --onlyvisible --name 'Exhibit 17' >/dev/null
    sleep 1
    DISPLAY=:77 import -window root /tmp/window.png
    echo "the window shows"
    kill "$window" "$server"
    exit 0
fi
exhibit17 --version
exhibit17 new my.exhibit17 --name "Erika Muster" --country DE --surface meta.ai --wish erasure
exhibit17 example --folder example | tail -n 3 || [ $? -eq 1 ]
exhibit17 add my.exhibit17 --prompt "Wer ist Erika Muster?" --response 'أهلا 你好 🙂' --screenshot example/chat.png
exhibit17 export my.exhibit17 my.pdf
exhibit17 verify my.pdf || [ $? -eq 1 ]
QT_QPA_PLATFORM=offscreen timeout 5 exhibit17-desktop || [ $? -eq 124 ]
echo "the window stays open without a display"
